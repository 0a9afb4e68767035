package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A source that answers, with items or without, knows every record acknowledged before the query; else it says so. */
final class DataAnswersTrue implements Property {
    @Override
    public String claim() {
        return "every source that answered a portal query names every record acknowledged before it; the others say so";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.history().of("data").stream().filter(Attempt::ok).count();
    }

    @Override
    public boolean needsCases(Evidence evidence) {
        return !evidence.history().of("data").isEmpty();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        for (Attempt search : evidence.history().of("data")) {
            if (search.ok() && search.answered().path("ended").asBoolean()) {
                judge(search, evidence, breaches);
            }
        }
        return breaches;
    }

    private static void judge(Attempt search, Evidence evidence, List<String> breaches) {
        for (Attempt record : evidence.acknowledgedBefore(search.person(), search.askedAt())) {
            JsonNode source = search.answered().path("sources").path(record.system());
            Set<String> named = new HashSet<>();
            source.path("records").forEach(ref -> named.add(ref.asText()));
            String status = source.path("status").asText();
            if (status.isEmpty()) {
                breaches.add(search.op() + " has no line of " + record.system());
            } else if (!status.equals("UNAVAILABLE") && !status.equals("PENDING") && !named.contains(record.record())) {
                breaches.add(search.op() + ": " + record.system() + " says " + status + " and does not name "
                        + record.record() + ", acknowledged before");
            }
        }
    }
}
