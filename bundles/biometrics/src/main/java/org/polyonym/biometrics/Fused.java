package org.polyonym.biometrics;

import java.util.List;

/**
 * The fused outcome of comparing two persons.
 *
 * @param outcome what it says
 * @param score summed raw score and its meaning; raw 0 when nothing was compared
 * @param fingers the scores it was made of, by position; empty when nothing was compared
 * @param thresholdVersion version of the table that decided
 */
public record Fused(Outcome outcome, Score score, List<FingerScore> fingers, String thresholdVersion) {
    /** Copies the finger scores. */
    public Fused {
        fingers = List.copyOf(fingers);
    }
}
