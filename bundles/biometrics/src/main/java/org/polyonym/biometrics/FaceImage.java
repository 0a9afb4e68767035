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
    /** Standard deviation, in grey levels, below which an image shows nothing. */
    static final double BLANK_DEVIATION = 8;

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
        ImageLimits.FACE.checkBytes(bytes.length);
        GrayPixels pixels;
        if (PngDecoder.recognises(bytes)) {
            pixels = PngDecoder.decode(bytes, ImageLimits.FACE);
        } else if (JpegHeader.recognises(bytes)) {
            pixels = JpegDecoder.decode(bytes, ImageLimits.FACE);
        } else {
            throw new ImageRefusedException(ImageRefusal.NOT_AN_IMAGE, "neither PNG nor JPEG");
        }
        return new FaceImage(pixels.width(), pixels.height(), rate(pixels));
    }

    private static FaceQuality rate(GrayPixels pixels) {
        if (pixels.deviation() < BLANK_DEVIATION) {
            return new FaceQuality(0, QualityVerdict.REJECTED);
        }
        int side = Math.min(pixels.width(), pixels.height());
        int score = Math.min(100, 100 * side / GOOD_SIDE);
        return new FaceQuality(
                score, score < 100 ? QualityVerdict.ACCEPTED_RECAPTURE_ADVISED : QualityVerdict.ACCEPTED);
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
