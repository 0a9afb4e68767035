package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.List;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;

/**
 * A link between identity groups of two systems as stored: references, classes and versions, no identity data.
 *
 * @param linkId unique
 * @param sin number of its identity confirmation file
 * @param a first group by text order
 * @param b second group
 * @param colour colour in force
 * @param row row of the colour table that made or last moved it
 * @param reason reason code of that row, or the finding of the officer
 * @param discrepancy contradictory proposals led to yellow
 * @param hints remarks for the verifying authority
 * @param responsible authority that verifies
 * @param presence the verification starts in the person's presence
 * @param persons what an officer found: one person, two persons, or nothing yet
 * @param trigger record that caused the colour
 * @param participantsA records of the first group when last evaluated
 * @param participantsB records of the second group when last evaluated
 * @param createdAt legal time
 * @param updatedAt legal time
 */
record Link(
        String linkId,
        String sin,
        GroupRef a,
        GroupRef b,
        LinkColour colour,
        ColourRow row,
        String reason,
        boolean discrepancy,
        List<String> hints,
        Authority responsible,
        boolean presence,
        Persons persons,
        OriginRef trigger,
        List<OriginRef> participantsA,
        List<OriginRef> participantsB,
        Instant createdAt,
        Instant updatedAt) {
    Link {
        hints = List.copyOf(hints);
        participantsA = List.copyOf(participantsA);
        participantsB = List.copyOf(participantsB);
    }

    /** Whether an officer set the colour; then the machine never changes it. */
    boolean decided() {
        return persons != Persons.OPEN;
    }

    /** Whether the link, by machine or officer, joins its groups into one person. */
    boolean joins() {
        return persons == Persons.ONE || !decided() && colour == LinkColour.WHITE;
    }

    /** Whether an officer found two persons. */
    boolean parts() {
        return persons == Persons.TWO;
    }

    /** The unordered pair of groups as one text. */
    String pair() {
        return pair(a, b);
    }

    /** The group on the other side. */
    GroupRef other(GroupRef side) {
        return a.equals(side) ? b : a;
    }

    /** The unordered pair of two groups as one text. */
    static String pair(GroupRef a, GroupRef b) {
        return a.text().compareTo(b.text()) <= 0 ? a.text() + "|" + b.text() : b.text() + "|" + a.text();
    }
}
