package org.polyonym.simulation.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polyonym.biometrics.Extractor;
import org.polyonym.biometrics.FingerprintImage;
import org.polyonym.biometrics.GalleryFinger;
import org.polyonym.biometrics.ImageRefusedException;
import org.polyonym.biometrics.Matcher;
import org.polyonym.biometrics.ProbeFinger;
import org.polyonym.biometrics.Template;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.europe.RealPrints;

/**
 * What the gallery is made of.
 *
 * @param people others than the attacker
 * @param fingers fingers of those people in the gallery
 * @param realFingers of all fingers, the attacker's among them, how many are real
 * @param highestImpostor highest SourceAFIS score between different real fingers, first impression against first impression
 *     in both directions; empty when no finger is real
 */
record Gallery(int people, int fingers, int realFingers, Optional<Double> highestImpostor) {
    static Gallery measure(List<Person> people, Optional<RealPrints> real) {
        int fingers = people.stream().mapToInt(p -> p.fingers().size()).sum();
        return new Gallery(
                people.size(), fingers, real.map(RealPrints::realFingers).orElse(0), real.map(Gallery::highest));
    }

    private static double highest(RealPrints real) {
        List<Template> templates = new ArrayList<>();
        real.imagesByFinger().values().forEach(images -> templates.add(template(images.getFirst())));
        double highest = 0;
        for (Template probe : templates) {
            ProbeFinger finger = ProbeFinger.of(probe);
            for (Template candidate : templates) {
                if (probe != candidate) {
                    highest = Math.max(highest, Matcher.compare(finger, GalleryFinger.of(candidate)));
                }
            }
        }
        return Math.round(highest * 10) / 10.0;
    }

    private static Template template(Path image) {
        try {
            return Extractor.extract(FingerprintImage.parse(Files.readAllBytes(image)))
                    .template()
                    .orElseThrow(
                            () -> new IllegalArgumentException(image.getFileName() + " is below the minimum quality"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + image.getFileName(), e);
        } catch (ImageRefusedException e) {
            throw new IllegalArgumentException(image.getFileName() + " is not a usable print: " + e.getMessage(), e);
        }
    }
}
