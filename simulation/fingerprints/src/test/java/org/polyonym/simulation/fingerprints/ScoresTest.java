package org.polyonym.simulation.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoresTest {

    private final Scores scores = Scores.of(new double[] {40, 10, 30, 20, 50});

    @Test
    void interpolatesQuantilesOfUnsortedScores() {
        assertThat(scores.quantile(0)).isEqualTo(10);
        assertThat(scores.quantile(0.5)).isEqualTo(30);
        assertThat(scores.quantile(0.9)).isEqualTo(46);
        assertThat(scores.max()).isEqualTo(50);
    }

    @Test
    void countsAScoreEqualToTheThresholdAsReached() {
        assertThat(scores.shareAtLeast(40)).isEqualTo(0.4);
    }

    @Test
    void hasNoQuantilesWithoutScores() {
        assertThat(Scores.of(new double[0]).quantile(0.5)).isNaN();
        assertThat(Scores.of(new double[0]).shareAtLeast(1)).isNaN();
    }
}
