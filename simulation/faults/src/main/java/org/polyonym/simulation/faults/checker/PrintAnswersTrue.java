package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A search by prints that calls itself complete missed nobody who was enrolled before it began. */
final class PrintAnswersTrue implements Property {
    @Override
    public String claim() {
        return "every complete answer by prints names every mate acknowledged before it was asked; the others say partial";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.history().of("prints").stream().filter(Attempt::ok).count();
    }

    @Override
    public boolean needsCases(Evidence evidence) {
        return !evidence.history().of("prints").isEmpty();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        for (Attempt search : evidence.history().of("prints")) {
            if (search.ok()) {
                judge(search, evidence, breaches);
            }
        }
        return breaches;
    }

    private static void judge(Attempt search, Evidence evidence, List<String> breaches) {
        JsonNode answer = search.answered();
        long covered = answer.path("covered").asLong(-1);
        long known = answer.path("known").asLong(-1);
        if (covered < 0 || known < covered) {
            breaches.add(search.op() + " does not say what it covered: " + covered + " of " + known);
            return;
        }
        Set<String> found = new HashSet<>();
        for (JsonNode candidate : answer.path("candidates")) {
            found.add(candidate.path("record").asText());
            stranger(search, candidate, evidence, breaches);
        }
        if (covered == known) {
            for (Attempt mate : evidence.acknowledgedBefore(search.person(), search.askedAt())) {
                if (!found.contains(mate.record())) {
                    breaches.add(search.op() + " at " + search.node() + " calls itself complete (" + covered + " of "
                            + known + ") and misses " + mate.record() + ", acknowledged before");
                }
            }
        }
    }

    private static void stranger(Attempt search, JsonNode candidate, Evidence evidence, List<String> breaches) {
        String person =
                evidence.personOfRecord().getOrDefault(candidate.path("record").asText(), search.person());
        if (candidate.path("outcome").asText().equals("SAME") && !person.equals(search.person())) {
            breaches.add(search.op() + " names a record of another person as the same");
        }
    }
}
