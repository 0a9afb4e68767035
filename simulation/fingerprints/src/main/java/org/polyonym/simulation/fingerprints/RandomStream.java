package org.polyonym.simulation.fingerprints;

/**
 * A stream of random numbers named by a list of keys (SplitMix64, Steele, Lea, Flood 2014). Written out here, and with
 * {@link StrictMath}, because the same seed must give the same prints on every JDK and processor.
 */
final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    static RandomStream of(long... keys) {
        long state = GOLDEN_GAMMA;
        for (long key : keys) {
            state = mix(state ^ mix(key + GOLDEN_GAMMA)) + GOLDEN_GAMMA;
        }
        return new RandomStream(state);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, cut at three standard deviations so that no parameter leaves its plausible range. */
    double normal() {
        double value;
        do {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
            value = radius * StrictMath.cos(2 * StrictMath.PI * uniform());
        } while (Math.abs(value) > 3);
        return value;
    }

    double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }
}
