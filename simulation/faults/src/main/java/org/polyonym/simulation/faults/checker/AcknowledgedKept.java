package org.polyonym.simulation.faults.checker;

import java.util.ArrayList;
import java.util.List;

/** What was acknowledged is there, once, as it was sent. */
final class AcknowledgedKept implements Property {
    @Override
    public String claim() {
        return "every acknowledged registration is there with the acknowledged content";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.history().of("register").stream().filter(Attempt::ok).count();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        evidence.history().registrations().forEach((subject, attempts) -> {
            List<Attempt> acknowledged = attempts.stream().filter(Attempt::ok).toList();
            if (acknowledged.stream().map(Attempt::record).distinct().count() > 1) {
                breaches.add(subject + " was acknowledged as two records");
            }
            acknowledged.forEach(each -> compare(each, evidence.end(), breaches));
        });
        return breaches;
    }

    private static void compare(Attempt sent, FinalState end, List<String> breaches) {
        String ref = sent.record();
        FinalState.EndRecord there = end.records().get(ref);
        if (there == null) {
            breaches.add(ref + " was acknowledged (" + sent.op() + ") and is lost");
            return;
        }
        if (!there.content().equals(sent.asked().path("content"))) {
            breaches.add(ref + " has not the content that was acknowledged (" + sent.op() + ")");
        }
        if (there.version() != sent.answered().path("version").asLong()) {
            breaches.add(ref + " has version " + there.version() + ", acknowledged was "
                    + sent.answered().path("version").asLong());
        }
    }
}
