package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a link: the evidence of its pairs, its history, and what the machine would propose against an
 * officer's decision. References, classes and scores only.
 *
 * @param evidence the compared pairs, those that call for a link first, at most {@value #MAX_PAIRS}
 * @param history colour changes, oldest first, the last {@value #MAX_HISTORY}
 * @param review the machine's proposal against an officer's decision, if it has one
 */
record Verification(List<PairEvidence> evidence, List<Event> history, Optional<Review> review) {
    /** Most pairs kept; all pairs are always compared. */
    static final int MAX_PAIRS = 100;
    /** Most history entries kept; the audit log has them all. */
    static final int MAX_HISTORY = 100;

    /** Nothing yet. */
    static final Verification NONE = new Verification(List.of(), List.of(), Optional.empty());

    /**
     * A colour change.
     *
     * @param at legal time
     * @param colour new colour, or ERASED
     * @param reason reason code or finding
     * @param actor authority, or the component
     * @param user official, or the component
     * @param row row of the colour or manual table
     * @param source article
     * @param grounds the officer's reason in words, empty for the machine
     * @param evidenceReference the officer's evidence, empty for the machine
     */
    record Event(
            Instant at,
            String colour,
            String reason,
            String actor,
            String user,
            String row,
            String source,
            String grounds,
            String evidenceReference) {}

    /**
     * A proposal of the machine that an officer's decision stands against; it changes nothing.
     *
     * @param verdict what the machine would set
     * @param reason reason code, {@code -} for no link
     * @param discrepancy contradictory proposals
     * @param at legal time
     */
    record Review(Verdict verdict, String reason, boolean discrepancy, Instant at) {
        boolean says(Verdict otherVerdict, String otherReason) {
            return verdict == otherVerdict && reason.equals(otherReason);
        }
    }

    Verification {
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
    }

    Verification withEvidence(List<PairEvidence> pairs) {
        List<PairEvidence> kept = pairs.stream()
                .sorted(Comparator.comparing(pair -> pair.proposes() == Verdict.NONE))
                .limit(MAX_PAIRS)
                .toList();
        return new Verification(kept, history, review);
    }

    Verification withEvent(Event event) {
        List<Event> events = new ArrayList<>(history);
        events.add(event);
        int surplus = Math.max(0, events.size() - MAX_HISTORY);
        return new Verification(evidence, events.subList(surplus, events.size()), review);
    }

    Verification withReview(Optional<Review> newReview) {
        return new Verification(evidence, history, newReview);
    }
}
