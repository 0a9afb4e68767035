package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.List;
import org.polyonym.mid.LinkColour;

/**
 * The colour of a link and what it rests on.
 *
 * @param colour colour in force
 * @param row row of the colour table that made it or last moved it
 * @param reason reason code of that row, or the finding of the officer
 * @param discrepancy contradictory proposals led to yellow
 * @param hints remarks for the verifying authority
 * @param persons what an officer found
 * @param held whether an officer acted on the colour; then the machine never changes it
 */
record Status(
        LinkColour colour,
        ColourRow row,
        String reason,
        boolean discrepancy,
        List<String> hints,
        Persons persons,
        boolean held) {
    /** An officer re-opened the verification. */
    static final String REOPENED = "REOPENED";

    Status {
        hints = List.copyOf(hints);
    }

    /** What the machine sets; its verdict knows no green and no red. */
    static Status machine(Proposal proposal) {
        LinkColour colour = proposal.verdict() == Verdict.WHITE ? LinkColour.WHITE : LinkColour.YELLOW;
        return new Status(
                colour,
                proposal.row(),
                proposal.row().reason(),
                proposal.discrepancy(),
                proposal.hints().stream().sorted().toList(),
                Persons.OPEN,
                false);
    }

    /** What an officer's finding sets. */
    Status found(LinkColour newColour, String finding, Persons newPersons) {
        return new Status(newColour, row, finding, false, hints, newPersons, true);
    }

    /** Yellow again by hand, for a new verification on the same basis. */
    Status reopened() {
        Status marked = hinted(REOPENED);
        return new Status(LinkColour.YELLOW, row, row.reason(), discrepancy, marked.hints(), Persons.OPEN, true);
    }

    /** The same with one more remark. */
    Status hinted(String hint) {
        if (hints.contains(hint)) {
            return this;
        }
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Status(colour, row, reason, discrepancy, more, persons, held);
    }
}
