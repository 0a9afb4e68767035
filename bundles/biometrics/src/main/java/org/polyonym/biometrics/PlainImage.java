package org.polyonym.biometrics;

/**
 * An image that is kept but not compared, PNG or baseline JPEG, after every check on untrusted input. Immutable.
 *
 * @param width pixels
 * @param height pixels
 * @param deviation standard deviation over all pixels, in grey levels
 */
public record PlainImage(int width, int height, double deviation) {
    /** Deviation below which an image shows nothing. */
    public static final double BLANK_DEVIATION = 8;

    /**
     * Parses an image.
     *
     * @param bytes untrusted bytes
     * @param limits sizes that are accepted
     * @return size and contrast
     * @throws ImageRefusedException with the reason code of the first check that failed
     */
    public static PlainImage parse(byte[] bytes, ImageLimits limits) throws ImageRefusedException {
        limits.checkBytes(bytes.length);
        GrayPixels pixels;
        if (PngDecoder.recognises(bytes)) {
            pixels = PngDecoder.decode(bytes, limits);
        } else if (JpegHeader.recognises(bytes)) {
            pixels = JpegDecoder.decode(bytes, limits);
        } else {
            throw new ImageRefusedException(ImageRefusal.NOT_AN_IMAGE, "neither PNG nor JPEG");
        }
        return new PlainImage(pixels.width(), pixels.height(), pixels.deviation());
    }

    /**
     * Tells whether anything can be seen.
     *
     * @return true when there is hardly any contrast
     */
    public boolean blank() {
        return deviation < BLANK_DEVIATION;
    }
}
