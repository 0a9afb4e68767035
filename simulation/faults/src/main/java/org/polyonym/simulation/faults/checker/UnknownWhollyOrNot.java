package org.polyonym.simulation.faults.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What got no answer is there with everything that belongs to it, or has left no trace; what was refused has left none. */
final class UnknownWhollyOrNot implements Property {
    private static final Set<String> TRACES =
            Set.of("RECORD_REGISTERED", "IDENTITY_COMPARED", "LINK_CREATED", "IDENTITY_GROUP_CHANGED");

    @Override
    public String claim() {
        return "a registration without an answer is there wholly or not at all, a refused one not at all";
    }

    @Override
    public long cases(Evidence evidence) {
        return unacknowledged(evidence).size();
    }

    /** In the best of runs every registration is acknowledged. */
    @Override
    public boolean needsCases(Evidence evidence) {
        return false;
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        Set<String> traced = new HashSet<>();
        Set<String> registered = new HashSet<>();
        for (FinalState.Entry entry : evidence.end().audit()) {
            if (TRACES.contains(entry.event())) {
                traced.addAll(entry.subject());
            }
            if (entry.event().equals("RECORD_REGISTERED")) {
                registered.addAll(entry.subject());
            }
        }
        List<String> breaches = new ArrayList<>();
        unacknowledged(evidence).forEach((ref, attempts) -> {
            FinalState.EndRecord there = evidence.end().records().get(ref);
            if (there == null && traced.contains(ref)) {
                breaches.add(ref + " is not there and has left a trace");
            } else if (there != null && attempts.stream().allMatch(Attempt::refused)) {
                breaches.add(ref + " was refused and is there");
            } else if (there != null) {
                whole(ref, there, attempts.getFirst(), registered, breaches);
            }
        });
        return breaches;
    }

    private static void whole(
            String ref, FinalState.EndRecord there, Attempt sent, Set<String> registered, List<String> breaches) {
        if (!there.content().equals(sent.asked().path("content"))) {
            breaches.add(ref + " got no answer and is there in part");
        }
        if (!registered.contains(ref)) {
            breaches.add(ref + " got no answer and is there without its audit entry");
        }
    }

    private static Map<String, List<Attempt>> unacknowledged(Evidence evidence) {
        Map<String, List<Attempt>> all = evidence.byRecord();
        all.values().removeIf(attempts -> attempts.stream().anyMatch(Attempt::ok));
        return all;
    }
}
