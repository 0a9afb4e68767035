package org.polyonym.biometrics;

/** Why a sample is of low quality; several may hold at once. */
public enum QualityReason {
    /** Hardly any contrast: nothing was pressed on the sensor. */
    BLANK,
    /** Contrast without ridges: noise, or no finger. */
    NOISE_ONLY,
    /** Fewer minutiae than a comparison needs. */
    TOO_FEW_MINUTIAE,
    /** Ridges are broken or smudged over most of the area. */
    LOW_COHERENCE,
    /** Too little of the finger is visible. */
    SMALL_AREA
}
