package org.polyonym.simulation.fingerprints;

/**
 * A point where ridge orientation is undefined, with the piecewise linear correction of Vizcaya and Gerhardt (1996):
 * the angle around the point is bent by a random amount at eight directions, so that two fingers with singular points
 * in the same places still flow differently.
 *
 * @param x right of the finger's origin, pixels at 500 dpi
 * @param y below the finger's origin, pixels at 500 dpi
 * @param opening direction in radians into which ridges around a core open, 0 for a delta
 * @param straightness 0 to 1: how soon the legs of a loop run parallel to the opening
 * @param bends added angle in radians at each of {@code bends.length} equally spaced directions
 */
record Singularity(double x, double y, double opening, double straightness, double[] bends) {

    private static final int DIRECTIONS = 8;

    static Singularity core(RandomStream random, double x, double y, double bend, double opening, double straightness) {
        return new Singularity(x, y, opening, straightness, bends(random, bend));
    }

    static Singularity delta(RandomStream random, double x, double y, double bend) {
        return new Singularity(x, y, 0, 0, bends(random, bend));
    }

    private static double[] bends(RandomStream random, double bend) {
        double[] bends = new double[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            bends[i] = random.normal(0, bend);
        }
        return bends;
    }

    /** The corrected direction from this point to (px, py), radians. */
    double angleTo(double px, double py) {
        double angle = StrictMath.atan2(py - y, px - x);
        double turn = (angle / (2 * StrictMath.PI) + 1) * DIRECTIONS;
        int lower = (int) turn;
        double part = turn - lower;
        double before = bends[lower % DIRECTIONS];
        double straightened = straightness * StrictMath.sin(angle - opening);
        return angle - straightened + before + part * (bends[(lower + 1) % DIRECTIONS] - before);
    }
}
