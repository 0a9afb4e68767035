package org.polyonym.simulation.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a real extractor and matcher make of generated prints. Everything is seeded, so no result varies. */
class GeneratedScoresTest {

    private static final double MATCH_THRESHOLD = 40;

    /** Of many pairs 0.89 match; 12 fingers scatter by 0.08, for one poor press spoils two pairs: three of these. */
    private static final double SMALL_SAMPLE_MATCHES = 0.65;

    private static final double REAL_LOWER_QUARTILE = 68;
    private static final double REAL_UPPER_QUARTILE = 154;

    private final FingerprintGenerator generator = FingerprintGenerator.of(14);

    @Test
    void doesNotMatchTwinsOfTheSameClass() {
        Finger finger = Finger.of(7, 2);
        Finger twin = Finger.of(9, 2).withPattern(generator.patternOf(finger));

        assertThat(new FingerprintMatcher(template(finger, 1)).match(template(twin, 1)))
                .isLessThan(MATCH_THRESHOLD);
    }

    @Test
    void matchesMostPairsOfOneFingerAllPairsOfFourFingersAndNobodyElse() {
        PrintSet sample = new Calibration().generated(14, 12, 3);

        Scores genuine = sample.genuine();
        assertThat(genuine.count()).isEqualTo(36);
        assertThat(genuine.shareAtLeast(MATCH_THRESHOLD)).isGreaterThan(SMALL_SAMPLE_MATCHES);
        assertThat(genuine.quantile(0.5)).isBetween(REAL_LOWER_QUARTILE, REAL_UPPER_QUARTILE);
        assertThat(sample.fusedGenuine(Calibration.FINGERS_TOGETHER).quantile(0))
                .isGreaterThan(60);
        Scores impostor = sample.allImpostors();
        assertThat(impostor.count()).isEqualTo(36 * 33 / 2);
        assertThat(impostor.max()).isLessThan(MATCH_THRESHOLD);
        assertThat(sample.meanMinutiae()).isBetween(25.0, 40.0);
    }

    @Test
    void leavesTooFewMinutiaeInAPoorImpression() {
        List<FingerprintTemplate> poor = LongStream.range(0, 10)
                .mapToObj(person -> Calibration.template(
                        generator.impression(person, 2, 1, Severity.POOR).png()))
                .toList();

        assertThat(poor)
                .allSatisfy(template -> assertThat(PrintSet.minutiae(template)).isLessThan(15));
    }

    @Test
    void leavesNoMinutiaeInABlankImage() {
        assertThat(PrintSet.minutiae(Calibration.template(generator.blank().png())))
                .isZero();
    }

    private FingerprintTemplate template(Finger finger, int impressionNo) {
        return Calibration.template(
                generator.impression(finger, impressionNo, Severity.NORMAL).png());
    }
}
