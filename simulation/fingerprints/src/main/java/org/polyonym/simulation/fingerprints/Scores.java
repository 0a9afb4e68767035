package org.polyonym.simulation.fingerprints;

import java.util.Arrays;

/** A sample of comparison scores, sorted. */
record Scores(double[] sorted) {

    static Scores of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Scores(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** Linear interpolation between order statistics; NaN for an empty sample. */
    double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = share * (sorted.length - 1);
        int lower = (int) rank;
        int upper = Math.min(lower + 1, sorted.length - 1);
        return sorted[lower] + (rank - lower) * (sorted[upper] - sorted[lower]);
    }

    double max() {
        return quantile(1);
    }

    /** Share of scores that are at least {@code threshold}. */
    double shareAtLeast(double threshold) {
        return count() == 0
                ? Double.NaN
                : (double) Arrays.stream(sorted)
                                .filter(score -> score >= threshold)
                                .count()
                        / count();
    }
}
