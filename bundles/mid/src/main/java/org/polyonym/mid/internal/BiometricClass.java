package org.polyonym.mid.internal;

/** The biometric input of the colour table. */
enum BiometricClass {
    /** The same person. */
    SAME,
    /** Different persons: a common modality was compared. */
    DIFF,
    /** At least one side holds no biometric data. */
    NA,
    /** Both sides hold biometric data that cannot be compared, or the score lies in the grey band. */
    NONCOMPARABLE
}
