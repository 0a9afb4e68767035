package org.polyonym.mid.internal;

import java.util.List;
import org.polyonym.model.OriginRef;

/**
 * The comparison of one record of each group: references, classes, scores and versions, enough to replay the decision
 * (R-MID-34), and no identity data (R-MID-02).
 *
 * @param a record of the first group
 * @param versionA its version when compared
 * @param b record of the second group
 * @param versionB its version when compared
 * @param row row of the colour table
 * @param biometric the matcher's evidence
 * @param fields class per identity field
 * @param ruleSet version of the similarity rules
 * @param tableVersion version of the colour table
 * @param misused the identity class rests on the data of a victim of misused identity
 */
record PairEvidence(
        OriginRef a,
        long versionA,
        OriginRef b,
        long versionB,
        ColourRow row,
        BiometricEvidence biometric,
        List<FieldEvidence> fields,
        String ruleSet,
        String tableVersion,
        boolean misused) {
    PairEvidence {
        fields = List.copyOf(fields);
    }

    /** What this pair alone proposes; data of a victim never make a link white (law catalogue 4.2). */
    Verdict proposes() {
        return misused && row.result() == Verdict.WHITE ? Verdict.YELLOW : row.result();
    }

    /** The same pair with the biometric class that an officer found, where biometrics were compared at all. */
    PairEvidence corrected(BiometricClass found, ColourTable colours) {
        if (row.biometric() == BiometricClass.NA) {
            return this;
        }
        ColourRow then = colours.decide(found, row.identity(), row.document());
        return new PairEvidence(
                a, versionA, b, versionB, then, biometric.withCorrection(), fields, ruleSet, tableVersion, misused);
    }
}
