package org.polyonym.simulation.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FingerprintGeneratorTest {

    private static final long SEED = 14;

    private final FingerprintGenerator generator = FingerprintGenerator.of(SEED);

    @Test
    void givesTheSameBytesForTheSameSeedPersonFingerAndImpression() {
        byte[] again = FingerprintGenerator.of(SEED)
                .impression(7, 2, 1, Severity.NORMAL)
                .png();

        assertThat(generator.impression(7, 2, 1, Severity.NORMAL).png()).isEqualTo(again);
    }

    @Test
    void givesOtherBytesWhenAnyOfTheArgumentsDiffers() {
        byte[] one = generator.impression(7, 2, 1, Severity.NORMAL).png();

        assertThat(generator.impression(8, 2, 1, Severity.NORMAL).png()).isNotEqualTo(one);
        assertThat(generator.impression(7, 3, 1, Severity.NORMAL).png()).isNotEqualTo(one);
        assertThat(generator.impression(7, 2, 2, Severity.NORMAL).png()).isNotEqualTo(one);
        assertThat(generator.impression(7, 2, 1, Severity.POOR).png()).isNotEqualTo(one);
        assertThat(FingerprintGenerator.of(SEED + 1)
                        .impression(7, 2, 1, Severity.NORMAL)
                        .png())
                .isNotEqualTo(one);
    }

    @Test
    void writesGrayscalePngOfTheStatedSize() throws IOException {
        for (Impression impression :
                List.of(generator.impression(7, 2, 1, Severity.NORMAL), generator.blank(), generator.noise())) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(impression.png()));

            assertThat(image.getWidth()).isEqualTo(Impression.WIDTH);
            assertThat(image.getHeight()).isEqualTo(Impression.HEIGHT);
            assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        }
    }

    @Test
    void matchesTwoImpressionsOfOneFinger() {
        assertThat(score(
                        generator.impression(7, 2, 1, Severity.NORMAL), generator.impression(7, 2, 2, Severity.NORMAL)))
                .isGreaterThan(40);
    }

    @Test
    void doesNotMatchFingersOfDifferentPeopleNorOfTwins() {
        Finger finger = Finger.of(7, 2);
        Impression one = generator.impression(finger, 1, Severity.NORMAL);
        Finger twin = Finger.of(9, 2).withPattern(generator.patternOf(finger));

        assertThat(score(one, generator.impression(8, 2, 1, Severity.NORMAL))).isLessThan(40);
        assertThat(score(one, generator.impression(twin, 1, Severity.NORMAL))).isLessThan(40);
    }

    @Test
    void givesTwinsTheSameClassMoreOftenThanStrangers() {
        long twins = LongStream.range(0, 200)
                .filter(person -> {
                    Finger finger = Finger.of(person, 2);
                    Finger twin = generator.twinOf(finger, person + 10_000);
                    return generator.patternOf(finger) == generator.patternOf(twin);
                })
                .count();
        long strangers = LongStream.range(0, 200)
                .filter(person ->
                        generator.patternOf(Finger.of(person, 2)) == generator.patternOf(Finger.of(person + 10_000, 2)))
                .count();

        assertThat(twins).isBetween(150L, 199L).isGreaterThan(strangers + 50);
    }

    @Test
    void drawsLoopsMostOftenAndOpensThemTowardsTheLittleFinger() {
        long ulnar = LongStream.range(0, 1000)
                .filter(person -> generator.patternOf(Finger.of(person, 5)) == PatternClass.RIGHT_LOOP)
                .count();
        long ulnarLeft = LongStream.range(0, 1000)
                .filter(person -> generator.patternOf(Finger.of(person, 10)) == PatternClass.LEFT_LOOP)
                .count();

        assertThat(ulnar).isBetween(780L, 880L);
        assertThat(ulnarLeft).isBetween(780L, 880L);
    }

    @Test
    void refusesAFingerPositionOutsideOneToTen() {
        assertThatIllegalArgumentException().isThrownBy(() -> Finger.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Finger.of(1, 11));
    }

    private static double score(Impression probe, Impression candidate) {
        return new com.machinezoo.sourceafis.FingerprintMatcher(Calibration.template(probe.png()))
                .match(Calibration.template(candidate.png()));
    }
}
