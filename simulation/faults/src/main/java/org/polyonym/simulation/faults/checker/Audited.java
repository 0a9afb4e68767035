package org.polyonym.simulation.faults.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No answer was given without its entry, and the log has lost none. */
final class Audited implements Property {
    @Override
    public String claim() {
        return "no request was answered 2xx without its audit entry, and the log has no gap";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.history().attempts().stream().filter(Attempt::ok).count();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        Set<String> logged = new HashSet<>();
        // An emptied platform counts on, so the log begins where it begins; what it lacks there is missed below.
        long expected = evidence.end().audit().isEmpty()
                ? 0
                : evidence.end().audit().getFirst().sequence() - 1;
        for (FinalState.Entry entry : evidence.end().audit()) {
            expected++;
            if (entry.sequence() != expected) {
                breaches.add("the log goes from " + (expected - 1) + " to " + entry.sequence());
                expected = entry.sequence();
            }
            if (entry.event().equals("REQUEST")) {
                logged.add(entry.caseReference() + " " + entry.status());
            }
        }
        for (Attempt each : evidence.history().attempts()) {
            if (each.ok() && !logged.contains(each.op() + " " + each.status())) {
                breaches.add(each.op() + " was answered " + each.status() + " without an audit entry");
            }
        }
        return breaches;
    }
}
