package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.sbms.Outcome;

/** Builders for pure tests. */
final class Sample {
    static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private Sample() {}

    static Participant participant(String ref, String category, String owner) {
        return new Participant(OriginRef.of(ref), category, Authority.of(owner), T0);
    }

    static PairEvidence pair(String a, String b, BiometricClass bio, IdentityClass identity, DocumentClass document) {
        return pair(a, b, bio, identity, document, false);
    }

    static PairEvidence pair(
            String a, String b, BiometricClass bio, IdentityClass identity, DocumentClass document, boolean misused) {
        return new PairEvidence(
                OriginRef.of(a),
                1,
                OriginRef.of(b),
                1,
                Tables.COLOURS.decide(bio, identity, document),
                new BiometricEvidence(Outcome.SAME, 120, -8, 4, "t1", false),
                List.of(),
                "SIM-2023-333",
                Tables.COLOURS.version(),
                misused);
    }

    static Link link(String a, String b, LinkColour colour, Persons persons) {
        return link(a, b, colour, persons, "ASYLUM@MS-2", row("Y-A"));
    }

    static Link link(String a, String b, LinkColour colour, Persons persons, String responsible, ColourRow row) {
        Status status = new Status(colour, row, row.reason(), false, List.of(), persons, persons != Persons.OPEN);
        return new Link(
                "link-" + a + "-" + b,
                "sin-" + a + "-" + b,
                side(a),
                side(b),
                status,
                new Duty(Authority.of(responsible), false, OriginRef.of(a), Optional.empty()),
                T0,
                T0);
    }

    static Side side(String group) {
        return new Side(GroupRef.of(group), List.of(OriginRef.of(group)));
    }

    static ColourRow row(String reason) {
        return Tables.COLOURS.rows().stream()
                .filter(row -> row.reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }
}
