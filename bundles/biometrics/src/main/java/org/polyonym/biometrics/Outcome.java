package org.polyonym.biometrics;

/** What a comparison says about two biometric samples (law: same, different, or not to be told). */
public enum Outcome {
    /** One person. */
    SAME,
    /** Two persons. */
    DIFF,
    /** The score lies in the grey band: a human must look (twins, poor quality). */
    INCONCLUSIVE,
    /** No modality in common that is compared, such as faces, or different fingers. */
    NOT_COMPARED
}
