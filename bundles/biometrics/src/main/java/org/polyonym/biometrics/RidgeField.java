package org.polyonym.biometrics;

/**
 * Local ridge statistics by the gradient structure tensor (Kass and Witkin 1987; Bazen and Gerez 2002). The image is cut
 * into blocks; each block's tensor is summed with its eight neighbours before its coherence is taken. Over such a
 * window of 48 pixels (five ridges) true ridges still run parallel, while noise, even noise smoothed to ridge width,
 * does not.
 */
final class RidgeField {
    /** Block side in pixels at 500 dpi, about 0.8 mm. */
    static final int BLOCK = 16;

    /** Root mean square of the gradient, in grey levels per pixel, above which a block shows something. */
    static final double MIN_GRADIENT = 6;

    /** Coherence from which a block counts as ridges. */
    static final double RIDGE_COHERENCE = 0.35;

    private final int columns;
    private final int rows;
    private final double[] xx;
    private final double[] yy;
    private final double[] xy;

    private RidgeField(GrayPixels pixels) {
        columns = pixels.width() / BLOCK;
        rows = pixels.height() / BLOCK;
        xx = new double[columns * rows];
        yy = new double[columns * rows];
        xy = new double[columns * rows];
        for (int y = 1; y < Math.min(rows * BLOCK, pixels.height() - 1); y++) {
            for (int x = 1; x < Math.min(columns * BLOCK, pixels.width() - 1); x++) {
                addGradient(pixels, x, y);
            }
        }
    }

    /**
     * Counts over the blocks of one image.
     *
     * @param foreground blocks that show something
     * @param ridges foreground blocks with coherent ridges
     * @param coherence mean coherence of the foreground, 0 to 1; 0 without foreground
     */
    record Statistics(int foreground, int ridges, double coherence) {
        double ridgeShare() {
            return foreground == 0 ? 0 : (double) ridges / foreground;
        }
    }

    static Statistics measure(GrayPixels pixels) {
        return new RidgeField(pixels).statistics();
    }

    private void addGradient(GrayPixels p, int x, int y) {
        int right = p.at(x + 1, y - 1) + 2 * p.at(x + 1, y) + p.at(x + 1, y + 1);
        int left = p.at(x - 1, y - 1) + 2 * p.at(x - 1, y) + p.at(x - 1, y + 1);
        int below = p.at(x - 1, y + 1) + 2 * p.at(x, y + 1) + p.at(x + 1, y + 1);
        int above = p.at(x - 1, y - 1) + 2 * p.at(x, y - 1) + p.at(x + 1, y - 1);
        double gx = (right - left) / 8.0;
        double gy = (below - above) / 8.0;
        int block = y / BLOCK * columns + x / BLOCK;
        xx[block] += gx * gx;
        yy[block] += gy * gy;
        xy[block] += gx * gy;
    }

    private Statistics statistics() {
        int foreground = 0;
        int ridges = 0;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int block = row * columns + column;
                if (Math.sqrt((xx[block] + yy[block]) / (BLOCK * BLOCK)) < MIN_GRADIENT) {
                    continue;
                }
                double coherence = coherence(column, row);
                foreground++;
                sum += coherence;
                ridges += coherence >= RIDGE_COHERENCE ? 1 : 0;
            }
        }
        return new Statistics(foreground, ridges, foreground == 0 ? 0 : sum / foreground);
    }

    private double coherence(int column, int row) {
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                int block = r * columns + c;
                sxx += xx[block];
                syy += yy[block];
                sxy += xy[block];
            }
        }
        double energy = sxx + syy;
        return energy == 0 ? 0 : Math.hypot(sxx - syy, 2 * sxy) / energy;
    }
}
