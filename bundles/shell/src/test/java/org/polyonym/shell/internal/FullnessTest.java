package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullnessTest {
    @Test
    void hopesOnWhileCollectionsHelpOrNoneHappens() {
        Fullness fullness = Fullness.none();
        for (int i = 1; i < Fullness.HOPELESS; i++) {
            fullness = fullness.look(0.99, 0.5, i);
        }
        assertThat(fullness.hopeless()).isFalse();
        assertThat(fullness.look(0.4, 0.5, 100).looks()).isZero();
        assertThat(fullness.look(0.99, 0.5, fullness.collections()).looks())
                .as("an old figure, no collection since")
                .isZero();
    }

    @Test
    void givesUpWhenTheHeapStaysFullAfterEveryCollectionOrTheMetaspaceIsFull() {
        Fullness heap = Fullness.none();
        Fullness metaspace = Fullness.none();
        for (int i = 1; i <= Fullness.HOPELESS; i++) {
            heap = heap.look(0.96, 0.5, i);
            metaspace = metaspace.look(0.2, 0.99, 7);
        }
        assertThat(heap.hopeless()).isTrue();
        assertThat(metaspace.hopeless()).isTrue();
    }
}
