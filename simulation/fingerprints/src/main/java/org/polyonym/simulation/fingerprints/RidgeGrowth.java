package org.polyonym.simulation.fingerprints;

/**
 * Ridges grown from noise by repeated filtering with the Gabor kernel of each place (Cappelli, Erol, Maio, Maltoni
 * 2000). Minutiae appear where growing ridges meet out of phase. Grown at half the sensor's resolution, where a ridge
 * period still spans four cells: a quarter of the cells with a quarter of the kernel's taps.
 */
final class RidgeGrowth {

    /** Sensor pixels per grid cell. */
    static final int SCALE = 2;

    private static final int BLOCK = 2;
    private static final int SPREADING_PASSES = 12;
    private static final int HARDENING_PASSES = 3;
    /** Low enough that misplaced ridge ends can still dissolve, high enough that strongly bent ridges survive. */
    private static final float SPREADING_GAIN = 1.7f;

    private static final float HARDENING_GAIN = 3.5f;
    private static final int PASSES_AFTER_SPOTS = 0;
    private static final int FEWEST_SPOTS = 4;
    private static final int MOST_SPOTS = 24;
    private static final int SMALLEST_SPOT = 5;
    private static final int LARGEST_SPOT = 13;
    private static final int PAD = GaborBank.RADIUS;

    private final int width;
    private final int height;
    private final int stride;
    private final float[][] kernels;

    RidgeGrowth(OrientationField orientation, PeriodField period) {
        this.width = MasterPrint.WIDTH / SCALE;
        this.height = MasterPrint.HEIGHT / SCALE;
        this.stride = width + 2 * PAD;
        this.kernels = new float[(width / BLOCK) * (height / BLOCK)][];
        int columns = width / BLOCK;
        for (int i = 0; i < kernels.length; i++) {
            double x = ((i % columns) + 0.5) * BLOCK * SCALE - MasterPrint.ORIGIN_X;
            double y = ((i / columns) + 0.5) * BLOCK * SCALE - MasterPrint.ORIGIN_Y;
            kernels[i] = GaborBank.shared().nearest(orientation.at(x, y), period.at(x, y) / SCALE);
        }
    }

    /** Values from -1 (valley) to 1 (ridge), row by row, {@code WIDTH / SCALE} by {@code HEIGHT / SCALE}. */
    float[] grow(RandomStream random) {
        float[] field = new float[stride * (height + 2 * PAD)];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) random.uniform() - 0.5f;
        }
        float[] next = new float[field.length];
        for (int pass = 0; pass < SPREADING_PASSES + HARDENING_PASSES; pass++) {
            if (pass == SPREADING_PASSES - PASSES_AFTER_SPOTS) {
                scatter(field, random);
            }
            filter(field, next, pass < SPREADING_PASSES ? SPREADING_GAIN : HARDENING_GAIN);
            float[] swap = field;
            field = next;
            next = swap;
        }
        return unpadded(field);
    }

    /** Grows some spots anew and late: real minutiae come in clusters, ripe growth alone spaces them evenly. */
    private void scatter(float[] field, RandomStream random) {
        int spots = (int) random.between(FEWEST_SPOTS, MOST_SPOTS);
        for (int spot = 0; spot < spots; spot++) {
            int x = (int) random.between(0, width);
            int y = (int) random.between(0, height);
            int radius = (int) random.between(SMALLEST_SPOT, LARGEST_SPOT);
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    if (dx * dx + dy * dy <= radius * radius && inside(x + dx, y + dy)) {
                        field[(y + dy + PAD) * stride + x + dx + PAD] *= -1;
                    }
                }
            }
        }
    }

    private boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    private void filter(float[] from, float[] to, float gain) {
        int columns = width / BLOCK;
        for (int block = 0; block < kernels.length; block++) {
            int corner = (block / columns) * BLOCK * stride + (block % columns) * BLOCK;
            filterBlock(kernels[block], from, corner, to, gain);
        }
    }

    /** Four cells at once: they share the kernel, and four independent sums keep the processor busy. */
    private void filterBlock(float[] kernel, float[] from, int corner, float[] to, float gain) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int tap = 0;
        for (int row = 0; row < GaborBank.SIDE; row++) {
            int upper = corner + row * stride;
            int lower = upper + stride;
            for (int column = 0; column < GaborBank.SIDE; column++) {
                float weight = kernel[tap++];
                a += weight * from[upper + column];
                b += weight * from[upper + column + 1];
                c += weight * from[lower + column];
                d += weight * from[lower + column + 1];
            }
        }
        int out = corner + PAD * stride + PAD;
        to[out] = limited(gain * a);
        to[out + 1] = limited(gain * b);
        to[out + stride] = limited(gain * c);
        to[out + stride + 1] = limited(gain * d);
    }

    private static float limited(float value) {
        return Math.max(-1, Math.min(1, value));
    }

    private float[] unpadded(float[] field) {
        float[] inner = new float[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(field, (y + PAD) * stride + PAD, inner, y * width, width);
        }
        return inner;
    }
}
