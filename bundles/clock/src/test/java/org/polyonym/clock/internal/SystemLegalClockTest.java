package org.polyonym.clock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SystemLegalClockTest {
    private static final Instant LATE = Instant.parse("2016-12-19T23:59:59.999Z");

    @Test
    void countsLegalDaysInUtc() {
        SystemLegalClock clock = new SystemLegalClock(InstantSource.fixed(LATE));
        assertThat(clock.now()).isEqualTo(LATE);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2016, 12, 19));
        assertThat(new SystemLegalClock(InstantSource.fixed(LATE.plusMillis(1))).today())
                .isEqualTo(LocalDate.of(2016, 12, 20));
    }

    @Test
    void neverSaysThatItIsVirtual() {
        assertThat(new SystemLegalClock().virtual()).isFalse();
    }
}
