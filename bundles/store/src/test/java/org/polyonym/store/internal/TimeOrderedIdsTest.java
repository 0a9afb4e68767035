package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final TimeOrderedIds ids = new TimeOrderedIds(now::get);

    @Test
    void riseEvenWhenTheClockStandsOrGoesBack() {
        List<String> made = new java.util.ArrayList<>(
                Stream.generate(ids::next).limit(10_000).toList());
        now.set(Instant.parse("2025-01-01T00:00:00Z"));
        made.add(ids.next());
        now.set(Instant.parse("2027-01-01T00:00:00Z"));
        made.add(ids.next());
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areUuidsOfVersionSeven() {
        UUID id = UUID.fromString(ids.next());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
