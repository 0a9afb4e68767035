package org.polyonym.simulation.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
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

    /** If this fails, the images have changed: raise the version, else old and new ones mix in a cache. */
    @Test
    void makesTheSamePixelsAsLongAsTheVersionStays() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                generator.impression(7, 2, 1, Severity.NORMAL).png()));
        CRC32 checksum = new CRC32();
        checksum.update(((DataBufferByte) image.getRaster().getDataBuffer()).getData());

        assertThat(FingerprintGenerator.VERSION + ":" + Long.toHexString(checksum.getValue()))
                .isEqualTo("1:910b1af3");
    }

    @Test
    void growsAPlainArchWhoseFlowMeetsTheGridExactly() {
        assertThat(FingerprintGenerator.of(4)
                        .impression(23, 3, 1, Severity.NORMAL)
                        .png())
                .isNotEmpty();
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
}
