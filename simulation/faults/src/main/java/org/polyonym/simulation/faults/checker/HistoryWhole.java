package org.polyonym.simulation.faults.checker;

import java.util.ArrayList;
import java.util.List;

/** The history and the final reads make sense, or they prove nothing. */
final class HistoryWhole implements Property {
    @Override
    public String claim() {
        return "history and final reads are whole";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.history().attempts().size();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>(evidence.history().faults());
        breaches.addAll(evidence.end().unread());
        for (List<Attempt> attempts : evidence.history().registrations().values()) {
            boolean keyed = !attempts.getFirst().asked().path("key").asText().isEmpty();
            if (keyed
                    && attempts.stream().noneMatch(Attempt::ok)
                    && !attempts.stream().allMatch(Attempt::refused)) {
                breaches.add(
                        attempts.getFirst().subject() + " was never acknowledged, so its record cannot be looked up");
            }
        }
        return breaches;
    }
}
