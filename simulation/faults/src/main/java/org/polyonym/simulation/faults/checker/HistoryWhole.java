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
            if (keyed && attempts.stream().noneMatch(Attempt::ok)) {
                breaches.add(unacknowledged(attempts));
            }
        }
        return breaches;
    }

    /** Every registration of the load is a right one, so a patient official has to get it in. */
    private static String unacknowledged(List<Attempt> attempts) {
        String subject = attempts.getFirst().subject();
        return attempts.stream().allMatch(Attempt::refused)
                ? subject + " was asked for until the end and always refused, at last with "
                        + attempts.getLast().status()
                : subject + " was never acknowledged, so its record cannot be looked up";
    }
}
