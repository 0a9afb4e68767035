package org.polyonym.simulation.fingerprints;

import java.util.Objects;

/**
 * One image of a finger: 8-bit grayscale PNG, {@value #WIDTH} x {@value #HEIGHT} pixels at {@value #DPI} dpi, ridges
 * dark.
 */
public final class Impression {

    /** Width in pixels. */
    public static final int WIDTH = 388;

    /** Height in pixels. */
    public static final int HEIGHT = 374;

    /** Resolution in dots per inch. */
    public static final int DPI = 500;

    private final byte[] png;

    Impression(byte[] png) {
        this.png = Objects.requireNonNull(png, "png");
    }

    /** The PNG file; a copy that the caller may keep. */
    public byte[] png() {
        return png.clone();
    }
}
