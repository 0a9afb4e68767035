package org.polyonym.biometrics;

import java.util.Objects;

/**
 * One ridge ending or bifurcation.
 *
 * @param x pixels at {@link #TEMPLATE_DPI} from the left
 * @param y pixels at {@link #TEMPLATE_DPI} from the top
 * @param angle direction in radians, 0 to 2 pi, growing from the x axis towards the downward y axis
 * @param type ending or bifurcation
 */
public record Minutia(int x, int y, double angle, Type type) {
    /** Resolution of all minutia coordinates. Multiply by image dpi / 500 to draw on an image of another resolution. */
    public static final int TEMPLATE_DPI = 500;

    /** Kind of ridge event. */
    public enum Type {
        /** A ridge ends. */
        ENDING,
        /** A ridge forks. */
        BIFURCATION
    }

    /** Requires a type. */
    public Minutia {
        Objects.requireNonNull(type);
    }
}
