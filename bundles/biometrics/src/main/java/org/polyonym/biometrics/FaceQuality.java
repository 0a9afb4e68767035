package org.polyonym.biometrics;

/**
 * Quality of a face image: whether it shows anything and is large enough. It does not find a face in it and is no
 * ISO/IEC 29794-5 score.
 *
 * @param score 0 (blank) to 100
 * @param verdict what follows from it; a blank image is rejected
 */
public record FaceQuality(int score, QualityVerdict verdict) {
    /** Name and version of the measure, to be stored beside every score. */
    public static final String MEASURE = "polyonym-face-size-1";
}
