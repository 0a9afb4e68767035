package org.polyonym.mid.internal;

import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Outcome;

/**
 * What the matcher said of a pair; scores and versions, no biometric data.
 *
 * @param outcome the matcher's outcome
 * @param score sum of scores over the common fingers
 * @param log10Fmr estimated false match rate
 * @param fingers fingers compared
 * @param thresholdVersion version of the threshold table
 * @param corrected whether an officer's correction of the matcher replaced its outcome
 */
record BiometricEvidence(
        Outcome outcome, double score, double log10Fmr, int fingers, String thresholdVersion, boolean corrected) {
    static BiometricEvidence of(Comparison comparison) {
        return new BiometricEvidence(
                comparison.outcome(),
                comparison.score(),
                comparison.log10Fmr(),
                comparison.fingers(),
                comparison.thresholdVersion(),
                false);
    }

    BiometricEvidence withCorrection() {
        return new BiometricEvidence(outcome, score, log10Fmr, fingers, thresholdVersion, true);
    }
}
