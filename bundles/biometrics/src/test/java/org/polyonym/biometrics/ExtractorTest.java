package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExtractorTest {
    private static Extraction extract(byte[] png) throws ImageRefusedException {
        return Extractor.extract(FingerprintImage.parse(png));
    }

    @Test
    void rejectsABlankImageWithItsReasonAndNoTemplate() throws Exception {
        Extraction blank = extract(TestImages.blank());
        assertThat(blank.quality().verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(blank.quality().reasons()).containsExactly(QualityReason.BLANK);
        assertThat(blank.template()).isEmpty();
    }

    @Test
    void rejectsNoiseAlthoughTheMatcherWouldFindMinutiaeInIt() throws Exception {
        for (long seed = 0; seed < 5; seed++) {
            for (byte[] noise : new byte[][] {TestImages.noise(seed), TestImages.smoothNoise(seed)}) {
                Extraction extraction = extract(noise);
                assertThat(extraction.quality().reasons()).as("seed %d", seed).contains(QualityReason.NOISE_ONLY);
                assertThat(extraction.quality().score()).isLessThan(QualityCheck.MINIMUM);
                assertThat(extraction.template()).isEmpty();
            }
        }
    }

    @Test
    void rejectsStripesForLackOfMinutiae() throws Exception {
        byte[] stripes = TestImages.png(300, 300, i -> (int) (128 + 100 * Math.cos(2 * Math.PI * (i / 300) / 9)));
        assertThat(extract(stripes).quality().reasons()).contains(QualityReason.TOO_FEW_MINUTIAE);
        assertThat(extract(stripes).quality().verdict()).isEqualTo(QualityVerdict.REJECTED);
    }

    @Test
    void rejectsAFingertipForItsSmallArea() throws Exception {
        GrayPixels print = FingerprintImage.parse(TestPrints.png(1)).pixels();
        byte[] tip = TestImages.png(300, 380, i -> {
            int x = i % 300;
            int y = i / 300;
            return Math.hypot(x - 150, y - 190) < 38 ? print.at(x, y) : 255;
        });
        Quality quality = extract(tip).quality();
        assertThat(quality.reasons()).contains(QualityReason.SMALL_AREA);
        assertThat(quality.verdict()).isEqualTo(QualityVerdict.REJECTED);
    }

    @Test
    void acceptsAClearPrintWithoutReasons() throws Exception {
        Quality quality = extract(TestPrints.png(1)).quality();
        assertThat(quality.verdict()).isEqualTo(QualityVerdict.ACCEPTED);
        assertThat(quality.reasons()).isEmpty();
        assertThat(quality.score()).isBetween(QualityCheck.RECAPTURE, 100);
    }

    @Test
    void givesALowScoreAReasonWheneverItAdvisesRecapture() {
        for (int minutiae = QualityCheck.MIN_MINUTIAE; minutiae < 40; minutiae++) {
            Quality quality = QualityCheck.rate(new RidgeField.Statistics(60, 40, 0.36), 500, minutiae);
            if (quality.score() < QualityCheck.RECAPTURE) {
                assertThat(quality.reasons()).as("%d minutiae", minutiae).isNotEmpty();
                assertThat(quality.verdict().accepted()).isEqualTo(quality.score() >= QualityCheck.MINIMUM);
            }
        }
    }

    @Test
    void givesTheSameTemplateForTheSameImage() throws Exception {
        assertThat(extract(TestPrints.png(2)).template())
                .isEqualTo(extract(TestPrints.png(2)).template());
    }

    @Test
    void readsAStoredTemplateBackWithAllMinutiae() {
        Template template = TestPrints.template(TestPrints.png(2));
        Template read = Template.of(template.bytes());
        assertThat(read.minutiae()).isEqualTo(template.minutiae()).hasSizeGreaterThan(QualityCheck.MIN_MINUTIAE);
        assertThat(read.extractorVersion()).startsWith("sourceafis-3.18.1");
        assertThat(read.minutiae()).allSatisfy(m -> {
            assertThat(m.x()).isBetween(0, TestPrints.WIDTH);
            assertThat(m.y()).isBetween(0, TestPrints.HEIGHT);
            assertThat(m.angle()).isBetween(0.0, 2 * Math.PI);
        });
    }

    @Test
    void refusesDamagedTemplateBytes() {
        byte[] bytes = TestPrints.template(TestPrints.png(2)).bytes();
        assertThatExceptionOfType(TemplateRefusedException.class)
                .isThrownBy(() -> Template.of(Arrays.copyOf(bytes, bytes.length / 2)));
        assertThatExceptionOfType(TemplateRefusedException.class).isThrownBy(() -> Template.of(new byte[0]));
        assertThatExceptionOfType(TemplateRefusedException.class)
                .isThrownBy(() -> Template.of(new byte[Template.MAX_BYTES + 1]));
    }

    @Test
    void givesMinutiaeInFiveHundredDpiWhateverTheScanner() throws Exception {
        Template normal = TestPrints.template(TestPrints.png(4));
        Template fine = Extractor.extract(FingerprintImage.parse(TestPrints.fine(4, 2), 1_000))
                .template()
                .orElseThrow();
        assertThat(Matcher.compare(ProbeFinger.of(fine), GalleryFinger.of(normal)))
                .isGreaterThan(100);
        double meanX = normal.minutiae().stream().mapToInt(Minutia::x).average().orElseThrow();
        double meanFineX =
                fine.minutiae().stream().mapToInt(Minutia::x).average().orElseThrow();
        assertThat(meanFineX).isCloseTo(meanX, within(25.0));
    }

    @Test
    void keepsMinutiaeOutOfItsText() {
        assertThat(TestPrints.template(TestPrints.png(2)).toString()).matches("Template\\[\\d+ minutiae, [^\\]]+\\]");
    }
}
