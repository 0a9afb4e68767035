package org.polyonym.simulation.fingerprints;

/** Distance between ridges: the finger's own mean, wider towards the first joint, with smooth random change. */
final class PeriodField {

    private static final double VARIATION = 0.05;
    private static final double WIDENING = 0.12;
    private static final double CELL = 90;

    private final double mean;
    private final NoiseField variation;

    PeriodField(FingerTraits traits, RandomStream random) {
        this.mean = traits.period();
        this.variation = new NoiseField(random, MasterPrint.WIDTH, MasterPrint.HEIGHT, CELL);
    }

    /** Pixels at 500 dpi; finger coordinates. */
    double at(double x, double y) {
        float gridX = (float) (x + MasterPrint.ORIGIN_X);
        float gridY = (float) (y + MasterPrint.ORIGIN_Y);
        double below = WIDENING * OrientationField.smooth((y - 40) / 120);
        return mean * (1 + below + VARIATION * variation.at(gridX, gridY));
    }
}
