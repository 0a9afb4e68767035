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
    private static final int PASSES = 8;
    private static final float GAIN = 2.2f;
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
        for (int pass = 0; pass < PASSES; pass++) {
            filter(field, next);
            float[] swap = field;
            field = next;
            next = swap;
        }
        return unpadded(field);
    }

    private void filter(float[] from, float[] to) {
        int columns = width / BLOCK;
        for (int block = 0; block < kernels.length; block++) {
            int corner = (block / columns) * BLOCK * stride + (block % columns) * BLOCK;
            filterBlock(kernels[block], from, corner, to);
        }
    }

    /** Four cells at once: they share the kernel, and four independent sums keep the processor busy. */
    private void filterBlock(float[] kernel, float[] from, int corner, float[] to) {
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
        to[out] = limited(a);
        to[out + 1] = limited(b);
        to[out + stride] = limited(c);
        to[out + stride + 1] = limited(d);
    }

    private static float limited(float answer) {
        return Math.max(-1, Math.min(1, GAIN * answer));
    }

    private float[] unpadded(float[] field) {
        float[] inner = new float[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(field, (y + PAD) * stride + PAD, inner, y * width, width);
        }
        return inner;
    }
}
