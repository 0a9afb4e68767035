package org.polyonym.simulation.fingerprints;

/** The Galton-Henry class of a finger: how its ridges flow. Left and right are as seen on the impression. */
public enum PatternClass {
    ARCH,
    TENTED_ARCH,
    LEFT_LOOP,
    RIGHT_LOOP,
    WHORL,
    TWIN_LOOP;

    /** Shares by digit, thumb to little finger: arch, radial loop, whorl; the rest are ulnar loops (Cummins, Midlo). */
    private static final double[][] SHARES = {
        {0.03, 0.01, 0.42}, {0.12, 0.20, 0.32}, {0.08, 0.03, 0.18}, {0.03, 0.01, 0.36}, {0.02, 0.01, 0.14}
    };

    private static final double TENTED_AMONG_ARCHES = 0.44;
    private static final double TWIN_AMONG_WHORLS = 0.2;

    static PatternClass drawn(RandomStream random, int position) {
        boolean rightHand = position <= 5;
        double[] share = SHARES[(position - 1) % 5];
        double draw = random.uniform();
        double subclass = random.uniform();
        if (draw < share[0]) {
            return subclass < TENTED_AMONG_ARCHES ? TENTED_ARCH : ARCH;
        }
        if (draw < share[0] + share[2]) {
            return subclass < TWIN_AMONG_WHORLS ? TWIN_LOOP : WHORL;
        }
        boolean radial = draw < share[0] + share[2] + share[1];
        return radial == rightHand ? LEFT_LOOP : RIGHT_LOOP;
    }
}
