package org.polyonym.biometrics;

import java.util.EnumSet;
import java.util.Set;

/**
 * Quality of one fingerprint (IO 13(3), 37(2)), as a documented proxy: it is <em>not</em> NFIQ 2 and must never be
 * labelled so. Score = 100 x (0.40 area + 0.35 coherence + 0.25 minutiae), each part clipped to 0..1:
 *
 * <ul>
 *   <li>area: coherent ridge area / {@link #FULL_AREA_MM2};
 *   <li>coherence: (mean coherence of the foreground - 0.2) / 0.4;
 *   <li>minutiae: number / {@link #FULL_MINUTIAE}.
 * </ul>
 *
 * A hard fault (blank, noise, too few minutiae, next to no area) caps the score at {@link #FAULT_CAP}. Weights and
 * limits were set on FVC2002 DB1_B, DB3_B and DB4_B (240 images) so that all but unusable images pass. Pure; thread-safe.
 */
public final class QualityCheck {
    /** Below this score a sample is rejected. */
    public static final int MINIMUM = 30;

    /** Below this score a new capture is advised. */
    public static final int RECAPTURE = 60;

    /** Fewest minutiae of a usable print. */
    public static final int MIN_MINUTIAE = 8;

    /** Smallest coherent ridge area of a usable print, in square millimetres. */
    public static final double MIN_AREA_MM2 = 20;

    static final double FULL_AREA_MM2 = 120;
    static final double FULL_MINUTIAE = 30;
    static final int FAULT_CAP = MINIMUM - 1;

    /** Fewest foreground blocks of an image that is not blank. */
    private static final int MIN_FOREGROUND_BLOCKS = 6;

    private static final double NOISE_SHARE = 0.15;
    private static final double LOW_COHERENCE_SHARE = 0.5;
    private static final double MM_PER_INCH = 25.4;

    private QualityCheck() {}

    /** Faults that show before any minutia is extracted; empty when extraction is worth while. */
    static Set<QualityReason> unusable(RidgeField.Statistics ridges) {
        if (ridges.foreground() < MIN_FOREGROUND_BLOCKS) {
            return EnumSet.of(QualityReason.BLANK);
        }
        return ridges.ridgeShare() < NOISE_SHARE
                ? EnumSet.of(QualityReason.NOISE_ONLY)
                : EnumSet.noneOf(QualityReason.class);
    }

    static Quality rate(RidgeField.Statistics ridges, double dpi, int minutiae) {
        double area = ridges.ridges() * Math.pow(RidgeField.BLOCK * MM_PER_INCH / dpi, 2);
        Set<QualityReason> reasons = unusable(ridges);
        if (reasons.isEmpty()) {
            addIf(reasons, minutiae < MIN_MINUTIAE, QualityReason.TOO_FEW_MINUTIAE);
            addIf(reasons, area < MIN_AREA_MM2, QualityReason.SMALL_AREA);
        }
        boolean fault = !reasons.isEmpty();
        addIf(reasons, !fault && ridges.ridgeShare() < LOW_COHERENCE_SHARE, QualityReason.LOW_COHERENCE);
        double parts = 0.40 * clip(area / FULL_AREA_MM2)
                + 0.35 * clip((ridges.coherence() - 0.2) / 0.4)
                + 0.25 * clip(minutiae / FULL_MINUTIAE);
        int score = (int) Math.round(100 * parts);
        int capped = fault ? Math.min(score, FAULT_CAP) : score;
        addIf(reasons, capped < RECAPTURE && reasons.isEmpty(), weakest(area, ridges.coherence(), minutiae));
        return new Quality(capped, verdict(capped), reasons, area, ridges.coherence(), minutiae);
    }

    private static QualityVerdict verdict(int score) {
        if (score < MINIMUM) {
            return QualityVerdict.REJECTED;
        }
        return score < RECAPTURE ? QualityVerdict.ACCEPTED_RECAPTURE_ADVISED : QualityVerdict.ACCEPTED;
    }

    /** A low score always has a reason, even when no single limit was broken. */
    private static QualityReason weakest(double area, double coherence, int minutiae) {
        double areaPart = clip(area / FULL_AREA_MM2);
        double coherencePart = clip((coherence - 0.2) / 0.4);
        double minutiaePart = clip(minutiae / FULL_MINUTIAE);
        if (areaPart <= coherencePart && areaPart <= minutiaePart) {
            return QualityReason.SMALL_AREA;
        }
        return coherencePart <= minutiaePart ? QualityReason.LOW_COHERENCE : QualityReason.TOO_FEW_MINUTIAE;
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static void addIf(Set<QualityReason> reasons, boolean holds, QualityReason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
