package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private static final double DX = 12;
    private static final double DY = -9;
    private static final double ROTATION = 0.15;

    private static double compare(byte[] probe, byte[] candidate) {
        return Matcher.compare(
                ProbeFinger.of(TestPrints.template(probe)), GalleryFinger.of(TestPrints.template(candidate)));
    }

    @Test
    void scoresTwoImpressionsOfOneFingerFarAboveTwoFingers() {
        for (long finger = 1; finger <= 4; finger++) {
            assertThat(compare(TestPrints.png(finger, DX, DY, ROTATION, 15), TestPrints.png(finger)))
                    .as("finger %d", finger)
                    .isGreaterThan(40);
            assertThat(compare(TestPrints.png(finger), TestPrints.png(finger + 1)))
                    .as("fingers %d and %d", finger, finger + 1)
                    .isLessThan(40);
        }
    }

    @Test
    void givesTheSameScoresFromManyThreadsAsFromOne() {
        ProbeFinger probe = ProbeFinger.of(TestPrints.template(TestPrints.png(1, DX, DY, ROTATION, 15)));
        List<GalleryFinger> gallery = IntStream.rangeClosed(1, 6)
                .mapToObj(f -> GalleryFinger.of(TestPrints.template(TestPrints.png(f))))
                .toList();
        List<Double> alone =
                gallery.stream().map(g -> Matcher.compare(probe, g)).toList();
        List<Double> together = IntStream.range(0, 600)
                .parallel()
                .mapToObj(i -> Matcher.compare(probe, gallery.get(i % 6)))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % 6));
        }
    }

    @Test
    void explainsAMatchByMinutiaeThatLieOnEachOtherAfterTheSameMove() {
        Template candidate = TestPrints.template(TestPrints.png(5));
        Template probe = TestPrints.template(TestPrints.png(5, DX, DY, ROTATION, 0));
        Explanation explanation = Explainer.explain(probe, candidate);
        assertThat(explanation.score()).isEqualTo(Matcher.compare(ProbeFinger.of(probe), GalleryFinger.of(candidate)));
        assertThat(explanation.matches()).hasSizeGreaterThan(8);
        Set<Integer> probeIndices = new HashSet<>();
        Set<Integer> candidateIndices = new HashSet<>();
        int onEachOther = 0;
        for (MinutiaMatch match : explanation.matches()) {
            assertThat(probeIndices.add(match.probeIndex())).isTrue();
            assertThat(candidateIndices.add(match.candidateIndex())).isTrue();
            assertThat(match.probe()).isEqualTo(probe.minutiae().get(match.probeIndex()));
            onEachOther += distance(match) < 8 ? 1 : 0;
        }
        assertThat((double) onEachOther / explanation.matches().size()).isCloseTo(1, within(0.2));
    }

    /** Distance in pixels after undoing the known shift and rotation of the probe. */
    private static double distance(MinutiaMatch match) {
        double px = match.probe().x() - TestPrints.WIDTH / 2.0 - DX;
        double py = match.probe().y() - TestPrints.HEIGHT / 2.0 - DY;
        double x = px * Math.cos(ROTATION) + py * Math.sin(ROTATION) + TestPrints.WIDTH / 2.0;
        double y = -px * Math.sin(ROTATION) + py * Math.cos(ROTATION) + TestPrints.HEIGHT / 2.0;
        return Math.hypot(x - match.candidate().x(), y - match.candidate().y());
    }
}
