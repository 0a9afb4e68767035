package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FingerprintImageTest {
    private static ImageRefusal refusal(byte[] bytes) {
        ImageRefusedException refused =
                catchThrowableOfType(ImageRefusedException.class, () -> FingerprintImage.parse(bytes));
        assertThat(refused).as("refusal").isNotNull();
        return refused.reason();
    }

    @Test
    void refusesTextAsNoImage() {
        assertThat(refusal("%PDF-1.7 not a finger".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(ImageRefusal.NOT_AN_IMAGE);
        assertThat(refusal(new byte[0])).isEqualTo(ImageRefusal.NOT_AN_IMAGE);
    }

    @Test
    void refusesEveryPrefixOfAnImageAsTruncated() {
        byte[] whole = TestPrints.png(1);
        for (int length = PngDecoder.MAGIC.length; length < whole.length; length += 997) {
            assertThat(refusal(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .isEqualTo(ImageRefusal.TRUNCATED);
        }
        assertThat(refusal(Arrays.copyOf(whole, whole.length - 1))).isEqualTo(ImageRefusal.TRUNCATED);
    }

    @Test
    void refusesAHeaderOfTwentyThousandPixelsBeforeTakingMemory() {
        byte[] bomb = TestImages.withHeader(TestPrints.png(1), 20_000, 20_000, 8, 0, 0);
        assertThat(refusal(bomb)).isEqualTo(ImageRefusal.TOO_LARGE_PIXELS);
        byte[] negative = TestImages.withHeader(TestPrints.png(1), -1, 200, 8, 0, 0);
        assertThat(refusal(negative)).isEqualTo(ImageRefusal.TOO_LARGE_PIXELS);
    }

    @Test
    void refusesAHeaderThatClaimsMorePixelsThanTheStreamHolds() {
        byte[] lying = TestImages.withHeader(TestPrints.png(1), 1_400, 1_400, 8, 0, 0);
        assertThat(refusal(lying)).isEqualTo(ImageRefusal.TRUNCATED);
    }

    @Test
    void refusesTooManyBytesWhateverTheyAre() {
        assertThat(refusal(new byte[ImageLimits.MAX_IMAGE_BYTES + 1])).isEqualTo(ImageRefusal.TOO_LARGE_BYTES);
    }

    @Test
    void refusesAnImageSmallerThanAFinger() {
        assertThat(refusal(TestImages.png(99, 200, i -> i % 256))).isEqualTo(ImageRefusal.TOO_SMALL);
    }

    @Test
    void refusesAFlippedBitAsDamaged() {
        byte[] damaged = TestPrints.png(1);
        damaged[damaged.length / 2] ^= 1;
        assertThat(refusal(damaged)).isEqualTo(ImageRefusal.DAMAGED);
    }

    @Test
    void refusesInterlacedSixteenBitAndAlphaAsUnsupported() {
        byte[] good = TestPrints.png(1);
        int w = TestPrints.WIDTH;
        int h = TestPrints.HEIGHT;
        assertThat(refusal(TestImages.withHeader(good, w, h, 8, 0, 1))).isEqualTo(ImageRefusal.UNSUPPORTED_FORMAT);
        assertThat(refusal(TestImages.withHeader(good, w, h, 16, 0, 0))).isEqualTo(ImageRefusal.UNSUPPORTED_FORMAT);
        assertThat(refusal(TestImages.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB), "png")))
                .isEqualTo(ImageRefusal.UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesAnImpossibleResolution() {
        ImageRefusedException refused = catchThrowableOfType(
                ImageRefusedException.class, () -> FingerprintImage.parse(TestPrints.png(1), Double.NaN));
        assertThat(refused.reason()).isEqualTo(ImageRefusal.UNSUPPORTED_FORMAT);
    }

    @Test
    void decodesTheSamePixelsAsThePlatformsOwnReader() throws Exception {
        byte[] png = TestPrints.png(3, 4, -5, 0.2, 20);
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(png));
        GrayPixels pixels = FingerprintImage.parse(png).pixels();
        byte[] raster = (byte[]) expected.getRaster().getDataElements(0, 0, pixels.width(), pixels.height(), null);
        assertThat(pixels.values()).isEqualTo(raster);
    }

    @Test
    void readsColourAsItsBrightness() throws Exception {
        BufferedImage colour = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 120 * 120; i++) {
            colour.setRGB(i % 120, i / 120, new Color(i % 256, i / 120, 7).getRGB());
        }
        GrayPixels pixels =
                FingerprintImage.parse(TestImages.write(colour, "png")).pixels();
        for (int i = 0; i < 120 * 120; i++) {
            long luma = Math.round(0.299 * (i % 256) + 0.587 * (i / 120) + 0.114 * 7);
            assertThat((long) pixels.at(i % 120, i / 120)).as("pixel %d", i).isBetween(luma - 1, luma + 1);
        }
    }

    @Test
    void namesNoPixelInARefusal() {
        ImageRefusedException refused = catchThrowableOfType(
                ImageRefusedException.class,
                () -> FingerprintImage.parse("secret".getBytes(StandardCharsets.US_ASCII)));
        assertThat(refused).hasMessageNotContaining("secret");
        assertThat(refused.reason().remedy()).isNotBlank();
    }
}
