package org.polyonym.sbms;

import java.util.List;

/**
 * Answer of a 1:N search.
 *
 * @param candidates best first; only SAME and INCONCLUSIVE outcomes
 * @param coverage which part of the gallery was searched
 * @param thresholdVersion version of the threshold table
 */
public record Identification(List<Candidate> candidates, Coverage coverage, String thresholdVersion) {
    /** Copies the list. */
    public Identification {
        candidates = List.copyOf(candidates);
    }
}
