package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaceImageTest {
    private static BufferedImage gradient(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int grey = 255 * (i / side) / side;
            image.setRGB(i % side, i / side, grey << 16 | grey << 8 | grey);
        }
        return image;
    }

    private static ImageRefusal refusal(byte[] bytes) {
        return catchThrowableOfType(ImageRefusedException.class, () -> FaceImage.parse(bytes))
                .reason();
    }

    @Test
    void acceptsPngAndJpegAndComparesNeither() throws Exception {
        for (String format : new String[] {"png", "jpeg"}) {
            FaceImage face = FaceImage.parse(TestImages.write(gradient(300), format));
            assertThat(face.quality().verdict()).as(format).isEqualTo(QualityVerdict.ACCEPTED);
            assertThat(face.comparison()).as(format).isEqualTo(Outcome.NOT_COMPARED);
        }
    }

    @Test
    void rejectsABlankFaceAndWarnsOfASmallOne() throws Exception {
        byte[] blank = TestImages.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "jpeg");
        assertThat(FaceImage.parse(blank).quality().verdict()).isEqualTo(QualityVerdict.REJECTED);
        byte[] small = TestImages.write(gradient(120), "jpeg");
        assertThat(FaceImage.parse(small).quality().verdict()).isEqualTo(QualityVerdict.ACCEPTED_RECAPTURE_ADVISED);
    }

    @Test
    void refusesATruncatedJpeg() {
        byte[] whole = TestImages.write(gradient(300), "jpeg");
        for (int length : new int[] {3, 20, 200, whole.length - 1}) {
            assertThat(refusal(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(ImageRefusal.TRUNCATED);
        }
    }

    @Test
    void refusesAJpegThatClaimsTwentyThousandPixels() {
        byte[] lying = TestImages.write(gradient(300), "jpeg");
        for (int i = 0; i < lying.length - 1; i++) {
            if ((lying[i] & 0xFF) == 0xFF && (lying[i + 1] & 0xFF) == 0xC0) {
                lying[i + 5] = 0x4E;
                lying[i + 6] = 0x20;
                break;
            }
        }
        assertThat(refusal(lying)).isEqualTo(ImageRefusal.TOO_LARGE_PIXELS);
    }

    @Test
    void refusesATextFileAndAThumbnail() {
        assertThat(refusal(new byte[] {'h', 'e', 'l', 'l', 'o'})).isEqualTo(ImageRefusal.NOT_AN_IMAGE);
        assertThat(refusal(TestImages.write(gradient(60), "jpeg"))).isEqualTo(ImageRefusal.TOO_SMALL);
    }
}
