package org.polyonym.simulation.fingerprints;

/**
 * Distance between ridges: the finger's own mean, wider towards the first joint, changing smoothly, and following the
 * flow: where ridges fan out they also stand further apart, otherwise every fan would have to fill up with new ridges
 * and the print with evenly spaced minutiae that real ones do not have.
 *
 * <p>Ridges need no new ones where the wave vector has no curl, that is where the logarithm u of the ridge frequency
 * falls along the ridge direction t by the divergence of t. Solved in the least squares sense, pulled towards the
 * finger's own frequency, by relaxation along the ridges.
 */
final class PeriodField {

    private static final double VARIATION = 0.05;
    private static final double WIDENING = 0.1;
    private static final double CELL = 90;

    private static final int STEP = 8;
    private static final int COLUMNS = MasterPrint.WIDTH / STEP + 2;
    private static final int ROWS = MasterPrint.HEIGHT / STEP + 2;
    private static final int RELAXATIONS = 60;
    /** Pull towards the finger's own frequency against that of the two neighbours along the ridge. */
    private static final float PULL = 0.02f;
    /** Pull towards the mean of the four nearest nodes, so that neighbouring ridges agree. */
    private static final float SMOOTHING = 0.25f;
    /** Closest to a singular point at which the divergence is believed, pixels. */
    private static final float SHARPEST_FAN = 35;

    private final float[] towardsX = new float[COLUMNS * ROWS];
    private final float[] towardsY = new float[COLUMNS * ROWS];
    private final float[] growthX = new float[COLUMNS * ROWS];
    private final float[] growthY = new float[COLUMNS * ROWS];
    private final float[] wanted = new float[COLUMNS * ROWS];
    private float[] logPeriod;

    PeriodField(FingerTraits traits, OrientationField orientation, RandomStream random) {
        NoiseField variation = new NoiseField(random, MasterPrint.WIDTH, MasterPrint.HEIGHT, CELL);
        for (int i = 0; i < wanted.length; i++) {
            int gridX = i % COLUMNS * STEP;
            int gridY = i / COLUMNS * STEP;
            double y = gridY - MasterPrint.ORIGIN_Y;
            double angle = orientation.at(gridX - MasterPrint.ORIGIN_X, y);
            towardsX[i] = (float) StrictMath.cos(angle);
            towardsY[i] = (float) StrictMath.sin(angle);
            double below = WIDENING * OrientationField.smooth((y - 40) / 120);
            wanted[i] = (float) StrictMath.log(traits.period() * (1 + below + VARIATION * variation.at(gridX, gridY)));
        }
        for (int row = 1; row + 1 < ROWS; row++) {
            for (int column = 1; column + 1 < COLUMNS; column++) {
                fan(row * COLUMNS + column);
            }
        }
        logPeriod = wanted.clone();
        for (int pass = 0; pass < RELAXATIONS; pass++) {
            relax();
        }
    }

    /** Pixels at 500 dpi; finger coordinates inside the master print. */
    double at(double x, double y) {
        float column = (float) (x + MasterPrint.ORIGIN_X) / STEP;
        float row = (float) (y + MasterPrint.ORIGIN_Y) / STEP;
        return StrictMath.exp(between(logPeriod, column, row));
    }

    /** By how much the logarithm of the period should grow per pixel, as a vector along the ridge. */
    private void fan(int i) {
        float tx = towardsX[i];
        float ty = towardsY[i];
        float divergence = (aligned(i + 1, tx, ty) * towardsX[i + 1]
                        - aligned(i - 1, tx, ty) * towardsX[i - 1]
                        + aligned(i + COLUMNS, tx, ty) * towardsY[i + COLUMNS]
                        - aligned(i - COLUMNS, tx, ty) * towardsY[i - COLUMNS])
                / (2 * STEP);
        float believed = Math.clamp(divergence, -1 / SHARPEST_FAN, 1 / SHARPEST_FAN);
        growthX[i] = believed * tx;
        growthY[i] = believed * ty;
    }

    /** Ridges have no sense of direction: the sign that makes a node's vector agree with (tx, ty). */
    private float aligned(int node, float tx, float ty) {
        return towardsX[node] * tx + towardsY[node] * ty < 0 ? -1 : 1;
    }

    private void relax() {
        float[] next = logPeriod.clone();
        for (int row = 1; row + 1 < ROWS; row++) {
            for (int column = 1; column + 1 < COLUMNS; column++) {
                int i = row * COLUMNS + column;
                float around =
                        (logPeriod[i - 1] + logPeriod[i + 1] + logPeriod[i - COLUMNS] + logPeriod[i + COLUMNS]) / 4;
                float along = (ahead(i, column, row, 1) + ahead(i, column, row, -1)) / 2;
                next[i] = (along + SMOOTHING * around + PULL * wanted[i]) / (1 + SMOOTHING + PULL);
            }
        }
        logPeriod = next;
    }

    /** What the node one step along the ridge says about this one. */
    private float ahead(int i, int column, int row, int sign) {
        float tx = sign * towardsX[i];
        float ty = sign * towardsY[i];
        float growth = tx * between(growthX, column + tx / 2, row + ty / 2)
                + ty * between(growthY, column + tx / 2, row + ty / 2);
        return between(logPeriod, column + tx, row + ty) - STEP * growth;
    }

    private static float between(float[] field, float column, float row) {
        int left = Math.min((int) column, COLUMNS - 2);
        int top = Math.min((int) row, ROWS - 2);
        float fx = column - left;
        float fy = row - top;
        int i = top * COLUMNS + left;
        float upper = field[i] + fx * (field[i + 1] - field[i]);
        float lower = field[i + COLUMNS] + fx * (field[i + COLUMNS + 1] - field[i + COLUMNS]);
        return upper + fy * (lower - upper);
    }
}
