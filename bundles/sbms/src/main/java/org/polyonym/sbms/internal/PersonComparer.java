package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.polyonym.biometrics.Fused;
import org.polyonym.biometrics.Fusion;
import org.polyonym.biometrics.FusionTable;
import org.polyonym.biometrics.Matcher;
import org.polyonym.model.FingerPosition;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Outcome;

/**
 * Compares two persons finger by finger and fuses. Positions that both sides know are compared with each other only; a
 * finger of unknown position (a trace) is compared with every finger of the other side, and only when no known position
 * is common. Pure; thread-safe.
 */
final class PersonComparer {
    private final FusionTable table;

    PersonComparer(FusionTable table) {
        this.table = table;
    }

    String thresholdVersion() {
        return table.version();
    }

    Comparison compare(List<ProbeSample> probe, List<GalleryTemplate> candidate) {
        return comparison(pairs(probe, candidate));
    }

    /** The best pair of each finger, by position. */
    List<FingerPair> pairs(List<ProbeSample> probe, List<GalleryTemplate> candidate) {
        Map<FingerPosition, List<FingerPair>> byPosition = new EnumMap<>(FingerPosition.class);
        List<FingerPair> unknown = new ArrayList<>();
        for (ProbeSample p : probe) {
            for (GalleryTemplate c : candidate) {
                FingerPosition position = c.stored().position();
                if (p.position() == FingerPosition.UNKNOWN || position == FingerPosition.UNKNOWN) {
                    unknown.add(new FingerPair(known(p.position(), position), p, c, 0, 1));
                } else if (p.position() == position) {
                    byPosition
                            .computeIfAbsent(position, k -> new ArrayList<>())
                            .add(new FingerPair(position, p, c, 0, 1));
                }
            }
        }
        if (byPosition.isEmpty()) {
            return best(unknown).stream().toList();
        }
        return byPosition.values().stream()
                .flatMap(pairs -> best(pairs).stream())
                .toList();
    }

    private static FingerPosition known(FingerPosition one, FingerPosition other) {
        return one == FingerPosition.UNKNOWN ? other : one;
    }

    private static Optional<FingerPair> best(List<FingerPair> pairs) {
        return pairs.stream()
                .map(pair -> new FingerPair(pair.position(), pair.probe(), pair.candidate(), score(pair), pairs.size()))
                .max(Comparator.comparingDouble(FingerPair::score));
    }

    private static double score(FingerPair pair) {
        return Matcher.compare(pair.probe().finger(), pair.candidate().finger());
    }

    private Comparison comparison(List<FingerPair> pairs) {
        Fused fused = Fusion.fuse(pairs.stream().map(FingerPair::corrected).toList(), table);
        return new Comparison(
                outcome(fused.outcome()),
                fused.score().raw(),
                fused.score().log10Fmr(),
                pairs.size(),
                fused.thresholdVersion(),
                lowest(pairs, pair -> pair.probe().quality()),
                lowest(pairs, pair -> pair.candidate().stored().quality()));
    }

    private static int lowest(List<FingerPair> pairs, ToIntFunction<FingerPair> quality) {
        return pairs.stream().mapToInt(quality).min().orElse(0);
    }

    private static Outcome outcome(org.polyonym.biometrics.Outcome outcome) {
        return switch (outcome) {
            case SAME -> Outcome.SAME;
            case DIFF -> Outcome.DIFF;
            case INCONCLUSIVE -> Outcome.INCONCLUSIVE;
            case NOT_COMPARED -> Outcome.NOT_COMPARED;
        };
    }
}
