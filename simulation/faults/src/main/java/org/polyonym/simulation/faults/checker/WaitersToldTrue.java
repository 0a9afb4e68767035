package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Who waited and was told COMPLETED was shown the link to what had been acknowledged before. */
final class WaitersToldTrue implements Property {
    @Override
    public String claim() {
        return "an answer that calls its detection completed shows the link to every record acknowledged before it";
    }

    @Override
    public long cases(Evidence evidence) {
        return completed(evidence).size();
    }

    @Override
    public boolean needsCases(Evidence evidence) {
        return evidence.history().of("register").stream()
                .anyMatch(each -> each.asked().path("wait").asInt() > 0);
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        for (Attempt registration : completed(evidence)) {
            for (Attempt mate : evidence.acknowledgedBefore(registration.person(), registration.askedAt())) {
                if (!mate.system().equals(registration.system()) && !shows(registration, mate, evidence)) {
                    breaches.add(registration.op() + " was told that the detection is completed, without its link to "
                            + mate.record());
                }
            }
        }
        return breaches;
    }

    private static List<Attempt> completed(Evidence evidence) {
        return evidence.history().of("register").stream()
                .filter(Attempt::ok)
                .filter(each -> each.answered().path("detection").asText().equals("COMPLETED"))
                .toList();
    }

    private static boolean shows(Attempt registration, Attempt mate, Evidence evidence) {
        FinalState.EndRecord there = evidence.end().records().get(mate.record());
        for (JsonNode link : registration.answered().path("links")) {
            String a = link.path("a").asText();
            String b = link.path("b").asText();
            if (there != null && (a.equals(there.group()) || b.equals(there.group()))) {
                return true;
            }
        }
        return false;
    }
}
