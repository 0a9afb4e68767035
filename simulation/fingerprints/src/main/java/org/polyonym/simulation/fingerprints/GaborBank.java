package org.polyonym.simulation.fingerprints;

/**
 * Even Gabor kernels for every orientation and ridge period, without mean, scaled so that a matching unit sinusoid
 * answers one. Works at {@link RidgeGrowth}'s scale. Made once; immutable.
 */
final class GaborBank {

    static final int RADIUS = 6;
    static final int SIDE = 2 * RADIUS + 1;

    private static final int ORIENTATIONS = 48;
    private static final int PERIODS = 14;
    private static final double SHORTEST = 3.2;
    private static final double STEP = 0.25;
    /** Standard deviation of the envelope in periods: about three ridges and valleys under one kernel. */
    private static final double ENVELOPE = 0.52;

    private static final GaborBank SHARED = new GaborBank();

    private final float[][] kernels = new float[ORIENTATIONS * PERIODS][];

    private GaborBank() {
        for (int o = 0; o < ORIENTATIONS; o++) {
            for (int p = 0; p < PERIODS; p++) {
                kernels[o * PERIODS + p] = kernel(StrictMath.PI * o / ORIENTATIONS, SHORTEST + p * STEP);
            }
        }
    }

    static GaborBank shared() {
        return SHARED;
    }

    /** The kernel, row by row, for ridges running along {@code angle} (radians), {@code period} grid cells apart. */
    float[] nearest(double angle, double period) {
        double turn = angle / StrictMath.PI;
        int o = (int) Math.floor((turn - Math.floor(turn)) * ORIENTATIONS + 0.5) % ORIENTATIONS;
        int p = Math.clamp(Math.round((period - SHORTEST) / STEP), 0, PERIODS - 1);
        return kernels[o * PERIODS + p];
    }

    private static float[] kernel(double angle, double period) {
        double across = 2 * StrictMath.PI / period;
        double spread = 2 * StrictMath.pow(ENVELOPE * period, 2);
        double[] envelope = new double[SIDE * SIDE];
        double[] wave = new double[SIDE * SIDE];
        double mass = 0;
        double mean = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE - RADIUS;
            int y = i / SIDE - RADIUS;
            envelope[i] = StrictMath.exp(-(x * x + y * y) / spread);
            wave[i] = StrictMath.cos(across * (y * StrictMath.cos(angle) - x * StrictMath.sin(angle)));
            mass += envelope[i];
            mean += envelope[i] * wave[i];
        }
        mean /= mass;
        double answer = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            answer += envelope[i] * (wave[i] - mean) * wave[i];
        }
        float[] kernel = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            kernel[i] = (float) (envelope[i] * (wave[i] - mean) / answer);
        }
        return kernel;
    }
}
