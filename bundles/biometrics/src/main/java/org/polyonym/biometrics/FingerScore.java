package org.polyonym.biometrics;

/**
 * The score of one finger position that both persons gave.
 *
 * @param position finger position, 1 (right thumb) to 10 (left little finger), 0 not known, ISO/IEC 19794-2
 * @param raw similarity, 0 upwards
 */
public record FingerScore(int position, double raw) {
    /** Number of fingers. */
    public static final int POSITIONS = 10;

    /** Checks the ranges. */
    public FingerScore {
        if (position < 0 || position > POSITIONS) {
            throw new IllegalArgumentException("finger position " + position + " is not 0 to 10");
        }
        if (!(raw >= 0)) {
            throw new IllegalArgumentException("score " + raw + " is negative");
        }
    }
}
