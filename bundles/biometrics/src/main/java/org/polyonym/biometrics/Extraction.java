package org.polyonym.biometrics;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of one fingerprint image.
 *
 * @param quality outcome of the quality check
 * @param template the template; empty exactly when the quality is rejected (IO 13(3))
 */
public record Extraction(Quality quality, Optional<Template> template) {
    /** Holds the rule that a rejected sample never has a template. */
    public Extraction {
        Objects.requireNonNull(quality);
        if (template.isPresent() != quality.verdict().accepted()) {
            throw new IllegalArgumentException("template and verdict " + quality.verdict() + " contradict each other");
        }
    }
}
