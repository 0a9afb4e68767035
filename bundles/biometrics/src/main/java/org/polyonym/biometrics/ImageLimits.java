package org.polyonym.biometrics;

/**
 * Limits of an image file, applied before memory is taken for its pixels.
 *
 * @param maxBytes largest file, in bytes
 * @param minSide shortest width and height, in pixels
 * @param maxSide longest width and height, in pixels
 */
public record ImageLimits(int maxBytes, int minSide, int maxSide) {
    /** Largest image file of any kind: 2 MB. */
    public static final int MAX_IMAGE_BYTES = 2 * 1024 * 1024;

    /** Shortest side of a fingerprint: 100 px, 5 mm at 500 dpi. */
    public static final int MIN_FINGERPRINT_SIDE = 100;

    /** Longest side of a fingerprint: 1,500 px, 76 mm at 500 dpi, more than any finger. */
    public static final int MAX_FINGERPRINT_SIDE = 1_500;

    /** Shortest side of a face image, in pixels. */
    public static final int MIN_FACE_SIDE = 90;

    /** Longest side of a face image, in pixels. */
    public static final int MAX_FACE_SIDE = 3_000;

    /** Longest side of a palm print: 3,000 px, 152 mm at 500 dpi. */
    public static final int MAX_PALM_SIDE = 3_000;

    /** Limits of one fingerprint. */
    public static final ImageLimits FINGERPRINT =
            new ImageLimits(MAX_IMAGE_BYTES, MIN_FINGERPRINT_SIDE, MAX_FINGERPRINT_SIDE);

    /** Limits of one face image. */
    public static final ImageLimits FACE = new ImageLimits(MAX_IMAGE_BYTES, MIN_FACE_SIDE, MAX_FACE_SIDE);

    /** Limits of one palm print. */
    public static final ImageLimits PALM = new ImageLimits(MAX_IMAGE_BYTES, MIN_FINGERPRINT_SIDE, MAX_PALM_SIDE);

    void checkBytes(int length) throws ImageRefusedException {
        if (length > maxBytes) {
            throw new ImageRefusedException(
                    ImageRefusal.TOO_LARGE_BYTES, length + " bytes, at most " + maxBytes + " are read");
        }
    }

    void checkPixels(long width, long height) throws ImageRefusedException {
        if (width > maxSide || height > maxSide) {
            throw new ImageRefusedException(
                    ImageRefusal.TOO_LARGE_PIXELS, width + " x " + height + ", at most " + maxSide + " a side");
        }
        if (width < minSide || height < minSide) {
            throw new ImageRefusedException(
                    ImageRefusal.TOO_SMALL, width + " x " + height + ", at least " + minSide + " a side");
        }
    }
}
