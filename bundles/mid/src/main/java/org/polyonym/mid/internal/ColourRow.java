package org.polyonym.mid.internal;

/**
 * One row of the colour table.
 *
 * @param row identifier, C01 to C27 or N01 to N09
 * @param biometric input B
 * @param identity input I
 * @param document input T
 * @param result what the machine does
 * @param reason reason code, {@code -} for no link
 * @param source article or design decision
 */
record ColourRow(
        String row,
        BiometricClass biometric,
        IdentityClass identity,
        DocumentClass document,
        Verdict result,
        String reason,
        String source) {
    /** In how many inputs two rows differ, 0 to 3. */
    int distance(ColourRow other) {
        return (biometric == other.biometric ? 0 : 1)
                + (identity == other.identity ? 0 : 1)
                + (document == other.document ? 0 : 1);
    }
}
