package org.polyonym.simulation.fingerprints;

/**
 * Ridge orientation by the zero-pole model (Sherlock, Monro 1993) with corrected angles (Vizcaya, Gerhardt 1996), an
 * arch over the fingertip that the bare model lacks, and a smooth random disturbance.
 */
final class OrientationField {

    private static final double DISTURBANCE_WIDE = 0.32;
    private static final double DISTURBANCE_NARROW = 0.03;
    private static final double CELL_WIDE = 130;
    private static final double CELL_NARROW = 32;

    private final FingerTraits traits;
    private final NoiseField wide;
    private final NoiseField narrow;

    OrientationField(FingerTraits traits, RandomStream random) {
        this.traits = traits;
        this.wide = new NoiseField(random, MasterPrint.WIDTH, MasterPrint.HEIGHT, CELL_WIDE);
        this.narrow = new NoiseField(random, MasterPrint.WIDTH, MasterPrint.HEIGHT, CELL_NARROW);
    }

    /** Direction along the ridge in radians, modulo pi; finger coordinates. */
    double at(double x, double y) {
        double twice = 0;
        for (Singularity core : traits.cores()) {
            twice += core.angleTo(x, y);
        }
        for (Singularity delta : traits.deltas()) {
            twice -= delta.angleTo(x, y);
        }
        float gridX = (float) (x + MasterPrint.ORIGIN_X);
        float gridY = (float) (y + MasterPrint.ORIGIN_Y);
        double disturbance =
                DISTURBANCE_WIDE * calm(y) * wide.at(gridX, gridY) + DISTURBANCE_NARROW * narrow.at(gridX, gridY);
        return twice / 2 + tip(x, y) + arch(x, y) + disturbance;
    }

    private double tip(double x, double y) {
        double side = x / (50 + Math.abs(x));
        double height = smooth((60 - y) / 180);
        return 1.6 * traits.tipArch() * side * height;
    }

    private double arch(double x, double y) {
        if (traits.archRise() == 0) {
            return 0;
        }
        double away = (y - traits.archCentre()) / 90;
        double rise = traits.archRise() / (1 + away * away);
        return StrictMath.atan(rise * StrictMath.sin(Math.clamp(x / 150, -1, 1) * StrictMath.PI));
    }

    /** Ridges over the fingertip are arcs on every finger; variety lies around and below the pattern. */
    private static double calm(double y) {
        return 0.35 + 0.65 * smooth((y + 110) / 120);
    }

    static double smooth(double t) {
        double c = Math.clamp(t, 0, 1);
        return c * c * (3 - 2 * c);
    }
}
