package org.polyonym.sbms;

/**
 * Result of comparing the samples of two subjects.
 *
 * @param outcome by the threshold table
 * @param score sum of SourceAFIS scores over the common fingers; 0 when none
 * @param log10Fmr estimated log10 of the false match rate at that score (0 to about -12)
 * @param fingers number of finger positions compared
 * @param thresholdVersion version of the threshold table
 * @param probeQuality lowest quality among the compared probe samples, 0 to 100
 * @param candidateQuality lowest quality among the compared candidate samples, 0 to 100
 */
public record Comparison(
        Outcome outcome,
        double score,
        double log10Fmr,
        int fingers,
        String thresholdVersion,
        int probeQuality,
        int candidateQuality) {}
