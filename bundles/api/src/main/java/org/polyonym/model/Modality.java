package org.polyonym.model;

/** Kind of biometric data. */
public enum Modality {
    /** One finger. */
    FINGERPRINT,
    /** Facial image: stored and quality-checked, not compared. */
    FACE,
    /** Palm print: stored by SIS, never a template (IO-P 13(1)(a)). */
    PALM_PRINT
}
