package org.polyonym.biometrics;

/**
 * A face image that passed every check on untrusted input, PNG or baseline JPEG. It is checked and stored but never
 * compared: there is no face matcher in this library, so {@link #comparison()} always says NOT_COMPARED. Immutable.
 *
 * @param width pixels
 * @param height pixels
 * @param quality score and verdict of the check
 */
public record FaceImage(int width, int height, FaceQuality quality) {
    /** Sides from which a face image is large enough (ISO/IEC 19794-5 asks for 90 pixels between the eyes). */
    static final int GOOD_SIDE = 240;

    /**
     * Parses and rates an image.
     *
     * @param bytes untrusted bytes, expected to be a PNG or JPEG file
     * @return the image
     * @throws ImageRefusedException with the reason code of the first check that failed
     */
    public static FaceImage parse(byte[] bytes) throws ImageRefusedException {
        PlainImage image = PlainImage.parse(bytes, ImageLimits.FACE);
        return new FaceImage(image.width(), image.height(), rate(image));
    }

    private static FaceQuality rate(PlainImage image) {
        if (image.blank()) {
            return new FaceQuality(0, QualityVerdict.REJECTED);
        }
        int score = Math.min(100, 100 * Math.min(image.width(), image.height()) / GOOD_SIDE);
        QualityVerdict verdict = score < 100 ? QualityVerdict.ACCEPTED_RECAPTURE_ADVISED : QualityVerdict.ACCEPTED;
        return new FaceQuality(score, verdict);
    }

    /**
     * Tells what comparing this face with any other says.
     *
     * @return always NOT_COMPARED
     */
    public Outcome comparison() {
        return Outcome.NOT_COMPARED;
    }
}
