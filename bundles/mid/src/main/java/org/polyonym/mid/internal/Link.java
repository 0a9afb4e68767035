package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;

/**
 * A link between identity groups of two systems as stored: references, classes and versions, no identity data.
 *
 * @param linkId unique
 * @param sin number of its identity confirmation file
 * @param left side whose group comes first in text order
 * @param right the other side
 * @param status colour and basis
 * @param duty who verifies
 * @param createdAt legal time
 * @param updatedAt legal time
 */
record Link(
        String linkId,
        String sin,
        Side left,
        Side right,
        Status status,
        Duty duty,
        Instant createdAt,
        Instant updatedAt) {
    Link {
        if (left.group().text().compareTo(right.group().text()) > 0) {
            Side swap = left;
            left = right;
            right = swap;
        }
    }

    GroupRef a() {
        return left.group();
    }

    GroupRef b() {
        return right.group();
    }

    LinkColour colour() {
        return status.colour();
    }

    ColourRow row() {
        return status.row();
    }

    Authority responsible() {
        return duty.authority();
    }

    /** All linked records. */
    List<OriginRef> records() {
        return Stream.concat(left.records().stream(), right.records().stream()).toList();
    }

    /** The two systems in text order. */
    List<SystemId> systems() {
        return Stream.of(a().system(), b().system())
                .sorted(Comparator.comparing(SystemId::text))
                .toList();
    }

    /** Whether the link, by machine or officer, joins its groups into one person. */
    boolean joins() {
        return status.persons() == Persons.ONE || !status.held() && colour() == LinkColour.WHITE;
    }

    /** Whether an officer found two persons. */
    boolean parts() {
        return status.persons() == Persons.TWO;
    }

    /** The unordered pair of groups as one text. */
    String pair() {
        return pair(a(), b());
    }

    /** The group on the other side. */
    GroupRef other(GroupRef side) {
        return a().equals(side) ? b() : a();
    }

    Link with(Side newLeft, Side newRight) {
        return new Link(linkId, sin, newLeft, newRight, status, duty, createdAt, updatedAt);
    }

    Link with(Status newStatus, Duty newDuty, Instant at) {
        return new Link(linkId, sin, left, right, newStatus, newDuty, createdAt, at);
    }

    /** The unordered pair of two groups as one text. */
    static String pair(GroupRef a, GroupRef b) {
        return a.text().compareTo(b.text()) <= 0 ? a.text() + "|" + b.text() : b.text() + "|" + a.text();
    }
}
