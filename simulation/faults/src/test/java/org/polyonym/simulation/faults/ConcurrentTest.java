package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcurrentTest {
    @Test
    void wantsNinetyNineOfAHundredPairsLinked() {
        assertThat(Concurrent.isTooFew(990, 1_000)).isFalse();
        assertThat(Concurrent.isTooFew(989, 1_000)).isTrue();
        assertThat(Concurrent.isTooFew(0, 1)).isTrue();
    }
}
