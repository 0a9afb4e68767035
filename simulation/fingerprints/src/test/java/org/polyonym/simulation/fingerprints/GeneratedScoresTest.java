package org.polyonym.simulation.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a real extractor and matcher make of generated prints. Everything is seeded, so no result varies. */
class GeneratedScoresTest {

    private static final double MATCH_THRESHOLD = 40;

    private static final double REAL_LOWER_QUARTILE = 68;
    private static final double REAL_UPPER_QUARTILE = 154;

    private final FingerprintGenerator generator = FingerprintGenerator.of(14);

    /** One impression in nine is too poor for its mate, as in FVC2002 DB1_B: so three fingers of four. */
    @Test
    void matchesTheSamePersonsFingersAndNobodyElses() {
        List<FingerprintMatcher> probes = IntStream.rangeClosed(2, 5)
                .mapToObj(position -> new FingerprintMatcher(template(Finger.of(7, position), 1)))
                .toList();

        assertThat(IntStream.rangeClosed(2, 5)
                        .filter(position ->
                                probes.get(position - 2).match(template(Finger.of(7, position), 3)) > MATCH_THRESHOLD)
                        .count())
                .isGreaterThanOrEqualTo(3);
        assertThat(IntStream.rangeClosed(2, 5))
                .allSatisfy(position -> assertThat(probes.get(position - 2).match(template(Finger.of(8, position), 1)))
                        .isLessThan(MATCH_THRESHOLD));
    }

    @Test
    void doesNotMatchTwinsOfTheSameClass() {
        Finger finger = Finger.of(7, 2);
        Finger twin = Finger.of(9, 2).withPattern(generator.patternOf(finger));

        assertThat(new FingerprintMatcher(template(finger, 1)).match(template(twin, 1)))
                .isLessThan(MATCH_THRESHOLD);
    }

    @Test
    void scoresASmallSampleLikeRealPrints() {
        PrintSet sample = new Calibration().generated(14, 16, 3);

        assertThat(sample.genuine().count()).isEqualTo(48);
        assertThat(sample.genuine().quantile(0.5)).isBetween(REAL_LOWER_QUARTILE, REAL_UPPER_QUARTILE);
        assertThat(sample.allImpostors().count()).isEqualTo(48 * 45 / 2);
        assertThat(sample.allImpostors().max()).isLessThan(MATCH_THRESHOLD);
        assertThat(sample.fusedGenuine(Calibration.FINGERS_TOGETHER).quantile(0))
                .isGreaterThan(60);
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
