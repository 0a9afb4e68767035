package org.polyonym.biometrics;

import java.util.Set;

/**
 * Outcome of the quality check of one fingerprint. The score is Polyonym's own proxy, defined in {@link QualityCheck};
 * it is not NFIQ 2 and must not be shown as such.
 *
 * @param score 0 (unusable) to 100
 * @param verdict what follows from it
 * @param reasons what lowers it; empty for a good sample
 * @param ridgeAreaMm2 area with coherent ridges, in square millimetres
 * @param coherence mean ridge coherence of the foreground, 0 to 1
 * @param minutiae number of minutiae; 0 when extraction was not tried because no ridges were found
 */
public record Quality(
        int score,
        QualityVerdict verdict,
        Set<QualityReason> reasons,
        double ridgeAreaMm2,
        double coherence,
        int minutiae) {
    /** Name and version of the measure, to be stored beside every score. */
    public static final String MEASURE = "polyonym-ridge-1";

    /** Copies the reasons. */
    public Quality {
        reasons = Set.copyOf(reasons);
    }
}
