package org.polyonym.biometrics;

/**
 * One fingerprint image that passed every check on untrusted input. Immutable and thread-safe; keeps decoded pixels
 * (one byte each) and not the file.
 */
public final class FingerprintImage {
    /** Resolution that is assumed when none is declared, in dots per inch. */
    public static final double DEFAULT_DPI = 500;

    /** Lowest resolution at which ridges can be told apart. */
    public static final double MIN_DPI = 300;

    /** Highest resolution in use for fingerprints. */
    public static final double MAX_DPI = 1_000;

    private final GrayPixels pixels;
    private final double dpi;

    private FingerprintImage(GrayPixels pixels, double dpi) {
        this.pixels = pixels;
        this.dpi = dpi;
    }

    /**
     * Parses an image of 500 dpi.
     *
     * @param bytes untrusted bytes, expected to be a PNG file
     * @return the image
     * @throws ImageRefusedException with the reason code of the first check that failed
     */
    public static FingerprintImage parse(byte[] bytes) throws ImageRefusedException {
        return parse(bytes, DEFAULT_DPI);
    }

    /**
     * Parses an image.
     *
     * @param bytes untrusted bytes, expected to be a PNG file
     * @param dpi declared resolution, {@link #MIN_DPI} to {@link #MAX_DPI}; a wrong one makes comparisons miss
     * @return the image
     * @throws ImageRefusedException with the reason code of the first check that failed
     */
    public static FingerprintImage parse(byte[] bytes, double dpi) throws ImageRefusedException {
        ImageLimits.FINGERPRINT.checkBytes(bytes.length);
        if (!(dpi >= MIN_DPI && dpi <= MAX_DPI)) {
            throw new ImageRefusedException(ImageRefusal.UNSUPPORTED_FORMAT, dpi + " dpi");
        }
        if (!PngDecoder.recognises(bytes)) {
            throw new ImageRefusedException(ImageRefusal.NOT_AN_IMAGE, "no PNG signature");
        }
        return new FingerprintImage(PngDecoder.decode(bytes, ImageLimits.FINGERPRINT), dpi);
    }

    /**
     * Returns the width.
     *
     * @return width in pixels
     */
    public int width() {
        return pixels.width();
    }

    /**
     * Returns the height.
     *
     * @return height in pixels
     */
    public int height() {
        return pixels.height();
    }

    /**
     * Returns the resolution.
     *
     * @return dots per inch, as declared
     */
    public double dpi() {
        return dpi;
    }

    GrayPixels pixels() {
        return pixels;
    }
}
