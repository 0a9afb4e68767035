package org.polyonym.sbms;

/** Outcome of a biometric comparison. */
public enum Outcome {
    /** The same person, above the fused threshold. */
    SAME,
    /** Different persons: a common modality was compared and lies below the lower bound. */
    DIFF,
    /** In the grey band: never an automatic white link (R-BMS-16). */
    INCONCLUSIVE,
    /** No common modality that is compared; faces are never compared in this release. */
    NOT_COMPARED
}
