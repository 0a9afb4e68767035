package org.polyonym.simulation.fingerprints;

import java.util.Objects;
import java.util.Optional;

/**
 * One finger of one simulated person.
 *
 * @param personKey any number that names the person within a seed
 * @param position ISO/IEC 19794 finger position, 1 (right thumb) to 10 (left little finger)
 * @param pattern the class to give it, or empty to draw it in natural proportion
 */
public record Finger(long personKey, int position, Optional<PatternClass> pattern) {

    /** Thumb to little finger of both hands. */
    public static final int POSITIONS = 10;

    /** @throws IllegalArgumentException if the position is not 1 to 10 */
    public Finger {
        Objects.requireNonNull(pattern, "pattern");
        if (position < 1 || position > POSITIONS) {
            throw new IllegalArgumentException("finger position must be 1 to 10, not " + position);
        }
    }

    /** A finger whose class is drawn in natural proportion. */
    public static Finger of(long personKey, int position) {
        return new Finger(personKey, position, Optional.empty());
    }

    /** The same finger with the given class. */
    public Finger withPattern(PatternClass wanted) {
        return new Finger(personKey, position, Optional.of(wanted));
    }
}
