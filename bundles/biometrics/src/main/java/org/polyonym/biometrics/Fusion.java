package org.polyonym.biometrics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fuses the scores of the finger positions that two persons have in common: plain sum, thresholds by number of fingers.
 * One excellent finger can carry the sum over the threshold while the others say two persons: swapped or mixed prints.
 * SAME therefore also needs at least half of the fingers not to say DIFF on their own; else the case is for a human.
 * Pure; thread-safe.
 */
public final class Fusion {
    private Fusion() {}

    /**
     * Decides.
     *
     * @param fingers one score per common position; empty if there is none
     * @param table thresholds and calibration
     * @return the outcome; NOT_COMPARED exactly when {@code fingers} is empty
     */
    public static Fused fuse(List<FingerScore> fingers, FusionTable table) {
        Set<Integer> positions = new HashSet<>();
        double sum = 0;
        for (FingerScore finger : fingers) {
            if (!positions.add(finger.position())) {
                throw new IllegalArgumentException("finger position " + finger.position() + " is given twice");
            }
            sum += finger.raw();
        }
        if (fingers.isEmpty()) {
            return new Fused(Outcome.NOT_COMPARED, new Score(0, 0), List.of(), table.version());
        }
        FusionTable.Row row = table.row(fingers.size());
        List<FingerScore> ordered = fingers.stream()
                .sorted(Comparator.comparingInt(FingerScore::position))
                .toList();
        Outcome outcome = row.decide(sum);
        if (outcome == Outcome.SAME && mixed(fingers, table.row(1).diffBelow())) {
            outcome = Outcome.INCONCLUSIVE;
        }
        return new Fused(outcome, new Score(sum, row.log10Fmr(sum)), ordered, table.version());
    }

    private static boolean mixed(List<FingerScore> fingers, double diffBelow) {
        long against = fingers.stream().filter(f -> f.raw() < diffBelow).count();
        return 2 * against > fingers.size();
    }
}
