package org.polyonym.simulation.fingerprints;

/** The whole ridge pattern of a finger, larger than any contact with a sensor. Immutable. */
final class MasterPrint {

    static final int WIDTH = 352;
    static final int HEIGHT = 480;
    /** Where the finger's origin lies in the grid. */
    static final int ORIGIN_X = WIDTH / 2;

    static final int ORIGIN_Y = 230;

    private final PatternClass pattern;
    private final float[] ridges;

    private MasterPrint(PatternClass pattern, float[] ridges) {
        this.pattern = pattern;
        this.ridges = ridges;
    }

    static MasterPrint grown(RandomStream random, PatternClass pattern) {
        FingerTraits traits = FingerTraits.drawn(random, pattern);
        OrientationField orientation = new OrientationField(traits, random);
        PeriodField period = new PeriodField(traits, orientation, random);
        float[] ridges = enlarged(new RidgeGrowth(orientation, period).grow(random));
        traits.creases().forEach(crease -> cut(ridges, crease));
        return new MasterPrint(pattern, ridges);
    }

    PatternClass pattern() {
        return pattern;
    }

    /** Ridge height from -1 (valley) to 1 (ridge) at finger coordinates; outside the grid all is valley. */
    float at(float x, float y) {
        float gridX = x + ORIGIN_X;
        float gridY = y + ORIGIN_Y;
        if (gridX < 0 || gridY < 0 || gridX >= WIDTH - 1 || gridY >= HEIGHT - 1) {
            return -1;
        }
        int column = (int) gridX;
        int row = (int) gridY;
        float fx = gridX - column;
        float fy = gridY - row;
        int i = row * WIDTH + column;
        float top = ridges[i] + fx * (ridges[i + 1] - ridges[i]);
        float bottom = ridges[i + WIDTH] + fx * (ridges[i + WIDTH + 1] - ridges[i + WIDTH]);
        return top + fy * (bottom - top);
    }

    /** Doubles the resolution; between two samples lies (-1, 9, 9, -1) / 16 of their neighbours. */
    private static float[] enlarged(float[] small) {
        int width = WIDTH / 2;
        int height = HEIGHT / 2;
        float[] wide = new float[WIDTH * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = y * width;
                float here = small[row + x];
                float right = small[row + Math.min(x + 1, width - 1)];
                float outer = small[row + Math.max(x - 1, 0)] + small[row + Math.min(x + 2, width - 1)];
                wide[y * WIDTH + 2 * x] = here;
                wide[y * WIDTH + 2 * x + 1] = between(here, right, outer);
            }
        }
        float[] full = new float[WIDTH * HEIGHT];
        for (int y = 0; y < height; y++) {
            int below = Math.min(y + 1, height - 1) * WIDTH;
            int above = Math.max(y - 1, 0) * WIDTH;
            int further = Math.min(y + 2, height - 1) * WIDTH;
            for (int x = 0; x < WIDTH; x++) {
                float here = wide[y * WIDTH + x];
                full[2 * y * WIDTH + x] = here;
                full[(2 * y + 1) * WIDTH + x] = between(here, wide[below + x], wide[above + x] + wide[further + x]);
            }
        }
        return full;
    }

    private static float between(float one, float other, float outer) {
        return (9 * (one + other) - outer) / 16;
    }

    private static void cut(float[] ridges, double[] crease) {
        double dx = StrictMath.cos(crease[3]);
        double dy = StrictMath.sin(crease[3]);
        for (double t = -crease[2]; t <= crease[2]; t += 0.5) {
            double half = crease[4] * (1 - Math.abs(t) / crease[2] * 0.7);
            double x = ORIGIN_X + crease[0] + t * dx;
            double y = ORIGIN_Y + crease[1] + t * dy;
            for (double s = -half; s <= half; s += 0.5) {
                int column = (int) (x - s * dy);
                int row = (int) (y + s * dx);
                if (column >= 0 && row >= 0 && column < WIDTH && row < HEIGHT) {
                    ridges[row * WIDTH + column] = -1;
                }
            }
        }
    }
}
