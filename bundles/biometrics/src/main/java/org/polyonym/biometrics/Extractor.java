package org.polyonym.biometrics;

import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Optional;

/**
 * Turns a fingerprint image into a template with SourceAFIS, after the quality check. Deterministic: the same image gives
 * the same bytes. Pure; thread-safe; about 20 to 60 ms of one core per image.
 */
public final class Extractor {
    private Extractor() {}

    /**
     * Checks quality and extracts.
     *
     * @param image a parsed image
     * @return quality and, unless it is rejected, the template
     */
    public static Extraction extract(FingerprintImage image) {
        RidgeField.Statistics ridges = RidgeField.measure(image.pixels());
        if (!QualityCheck.unusable(ridges).isEmpty()) {
            return new Extraction(QualityCheck.rate(ridges, image.dpi(), 0), Optional.empty());
        }
        Template template = Template.of(extractBytes(image));
        Quality quality =
                QualityCheck.rate(ridges, image.dpi(), template.minutiae().size());
        return new Extraction(
                quality, Optional.of(template).filter(t -> quality.verdict().accepted()));
    }

    private static byte[] extractBytes(FingerprintImage image) {
        GrayPixels pixels = image.pixels();
        FingerprintImageOptions options = new FingerprintImageOptions().dpi(image.dpi());
        return new FingerprintTemplate(new com.machinezoo.sourceafis.FingerprintImage(
                        pixels.width(), pixels.height(), pixels.values(), options))
                .toByteArray();
    }
}
