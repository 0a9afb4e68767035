package org.polyonym.esp.internal;

import java.time.Instant;
import org.polyonym.mid.LinkColour;
import org.polyonym.mid.LinkView;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;

/** Links for tests. */
final class TestLinks {
    private TestLinks() {}

    static LinkView link(LinkColour colour) {
        return new LinkView(
                "link-1",
                "SIN-1",
                GroupRef.of("EES/1"),
                GroupRef.of("SIS/1"),
                colour,
                "the data concern one person",
                "Y-A",
                false,
                java.util.Optional.of(Authority.of("SIRENE@MS-1")),
                java.util.Optional.of(Instant.EPOCH));
    }
}
