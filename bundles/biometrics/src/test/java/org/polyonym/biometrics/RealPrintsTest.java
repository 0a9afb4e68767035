package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Claims that only real fingers can support; skipped with a message where there are none. Figures go to the log. */
class RealPrintsTest {
    /** Share of a real optical set that must pass the quality check. */
    private static final double ACCEPTED_SHARE = 0.95;

    @Test
    void acceptsRealPrintsAndKeepsImpostorsBelowTheThreshold() throws Exception {
        Map<String, byte[]> images = RealPrints.load();
        Map<String, Template> templates = new TreeMap<>();
        List<String> rejected = new ArrayList<>();
        long start = System.nanoTime();
        for (Map.Entry<String, byte[]> image : images.entrySet()) {
            Extraction extraction = Extractor.extract(FingerprintImage.parse(image.getValue()));
            extraction
                    .template()
                    .ifPresentOrElse(
                            t -> templates.put(image.getKey(), t),
                            () -> rejected.add(
                                    image.getKey() + " " + extraction.quality().reasons()));
        }
        double millis = (System.nanoTime() - start) / 1e6 / images.size();
        System.out.printf("real prints: %d images, %.1f ms each, rejected %s%n", images.size(), millis, rejected);
        assertThat((double) templates.size() / images.size()).isGreaterThanOrEqualTo(ACCEPTED_SHARE);
        compareAll(templates);
    }

    private static void compareAll(Map<String, Template> templates) {
        Map<String, GalleryFinger> gallery = new TreeMap<>();
        templates.forEach((name, template) -> gallery.put(name, GalleryFinger.of(template)));
        DoubleSummaryStatistics genuine = new DoubleSummaryStatistics();
        DoubleSummaryStatistics impostor = new DoubleSummaryStatistics();
        long start = System.nanoTime();
        templates.forEach((name, template) -> {
            ProbeFinger probe = ProbeFinger.of(template);
            gallery.forEach((other, candidate) -> {
                if (!name.equals(other)) {
                    boolean same = RealPrints.fingerOf(name).equals(RealPrints.fingerOf(other));
                    (same ? genuine : impostor).accept(Matcher.compare(probe, candidate));
                }
            });
        });
        double perSecond = (genuine.getCount() + impostor.getCount()) / ((System.nanoTime() - start) / 1e9);
        System.out.printf(
                "real prints: %.0f comparisons/s, genuine mean %.1f (%d), impostor mean %.1f, highest %.1f (%d)%n",
                perSecond,
                genuine.getAverage(),
                genuine.getCount(),
                impostor.getAverage(),
                impostor.getMax(),
                impostor.getCount());
        assertThat(impostor.getMax()).isLessThan(FusionTable.standard().row(1).sameFrom());
        assertThat(genuine.getAverage()).isGreaterThan(10 * impostor.getAverage());
    }
}
