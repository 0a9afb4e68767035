package org.polyonym.systemkit;

import java.time.Instant;
import java.util.Optional;
import org.polyonym.mid.LinkColour;
import org.polyonym.mid.LinkView;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;

/** A link, whichever. */
final class LinkViews {
    private LinkViews() {}

    static LinkView any() {
        return new LinkView(
                "l1",
                "sin",
                GroupRef.of("VIS/v1"),
                GroupRef.of("SIS/a1"),
                LinkColour.YELLOW,
                "",
                "Y-A",
                false,
                Optional.of(Authority.of("VISA@MS-2")),
                Optional.of(Instant.EPOCH));
    }
}
