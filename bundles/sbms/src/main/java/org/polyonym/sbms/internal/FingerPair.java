package org.polyonym.sbms.internal;

import org.polyonym.biometrics.FingerScore;
import org.polyonym.model.FingerPosition;

/**
 * The best pair of samples for one finger.
 *
 * @param position which finger; unknown when neither side knows it
 * @param score similarity of this pair, 0 upwards
 * @param tries how many pairs it is the best of
 */
record FingerPair(FingerPosition position, ProbeSample probe, GalleryTemplate candidate, double score, int tries) {
    /**
     * Points that a false match rate ten times lower costs. Measured on impostors between 8 and 11 (header of the fusion
     * table).
     */
    static final double POINTS_PER_DECADE = 10;

    /** The best of several tries is a chance match more often: the score pays for the tries. */
    FingerScore corrected() {
        return new FingerScore(position.code(), Math.max(0, score - POINTS_PER_DECADE * Math.log10(tries)));
    }
}
