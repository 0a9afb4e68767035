package org.polyonym.biometrics;

import java.util.Random;

/**
 * Draws ridge patterns for tests: arched ridges of 9 pixels with spiral phase jumps, each of which makes one true minutia
 * (AM-FM model, Larkin and Fletcher 2007). A seed is a finger; impressions differ by shift, rotation and noise. Not a
 * likeness of any population: score statistics must never be taken from it.
 */
public final class TestPrints {
    public static final int WIDTH = 300;
    public static final int HEIGHT = 380;
    private static final double PERIOD = 9;
    private static final int SPIRALS = 40;

    private TestPrints() {}

    public static byte[] png(long finger) {
        return png(finger, 0, 0, 0, 0);
    }

    /** One impression: shift in pixels, rotation in radians, noise as standard deviation in grey levels. */
    public static byte[] png(long finger, double dx, double dy, double rotation, double noise) {
        return TestImages.png(WIDTH, HEIGHT, pixels(finger, 1, dx, dy, rotation, noise));
    }

    /** The same finger sampled more finely: 2 means 1,000 dpi. */
    public static byte[] fine(long finger, int factor) {
        return TestImages.png(WIDTH * factor, HEIGHT * factor, pixels(finger, factor, 0, 0, 0, 0));
    }

    private static byte[] pixels(long finger, int factor, double dx, double dy, double rotation, double noise) {
        Random random = new Random(finger);
        double[][] spirals = new double[SPIRALS][];
        for (int i = 0; i < SPIRALS; i++) {
            spirals[i] = new double[] {
                30 + random.nextDouble() * (WIDTH - 60), 30 + random.nextDouble() * (HEIGHT - 60), i % 2 == 0 ? 1 : -1
            };
        }
        double bend = 80 + 60 * random.nextDouble();
        byte[] grey = new byte[WIDTH * factor * HEIGHT * factor];
        for (int i = 0; i < grey.length; i++) {
            double px = (double) (i % (WIDTH * factor)) / factor - WIDTH / 2.0 - dx;
            double py = (double) (i / (WIDTH * factor)) / factor - HEIGHT / 2.0 - dy;
            double x = px * Math.cos(rotation) + py * Math.sin(rotation) + WIDTH / 2.0;
            double y = -px * Math.sin(rotation) + py * Math.cos(rotation) + HEIGHT / 2.0;
            double value = 128 + 110 * Math.cos(phase(x, y, bend, spirals)) + noise * random.nextGaussian();
            boolean finger1 = Math.hypot((x - WIDTH / 2.0) / WIDTH, (y - HEIGHT / 2.0) / HEIGHT) < 0.46;
            grey[i] = (byte) (finger1 ? Math.max(0, Math.min(255, value)) : 255);
        }
        return grey;
    }

    private static double phase(double x, double y, double bend, double[][] spirals) {
        double arch = y - bend * Math.exp(-Math.pow((x - WIDTH / 2.0) / 90, 2));
        double phase = 2 * Math.PI * arch / PERIOD;
        for (double[] spiral : spirals) {
            phase += spiral[2] * Math.atan2(y - spiral[1], x - spiral[0]);
        }
        return phase;
    }

    public static Template template(byte[] png) {
        try {
            return Extractor.extract(FingerprintImage.parse(png)).template().orElseThrow();
        } catch (ImageRefusedException e) {
            throw new AssertionError(e);
        }
    }
}
