package org.polyonym.biometrics;

/** Decoded pixels, one unsigned byte each, row by row, 0 black to 255 white. Never handed out of this package. */
record GrayPixels(int width, int height, byte[] values) {
    int at(int x, int y) {
        return values[y * width + x] & 0xFF;
    }

    /** Standard deviation over all pixels, in grey levels. */
    double deviation() {
        double sum = 0;
        double squares = 0;
        for (byte value : values) {
            int grey = value & 0xFF;
            sum += grey;
            squares += (double) grey * grey;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }
}
