package org.polyonym.biometrics;

import java.util.List;

/**
 * Why two fingers got their score: what a report draws.
 *
 * @param score the similarity, as {@link Matcher} gives it
 * @param matches matched minutiae, each index once per side; empty when nothing matched
 */
public record Explanation(double score, List<MinutiaMatch> matches) {
    /** Copies the matches. */
    public Explanation {
        matches = List.copyOf(matches);
    }
}
