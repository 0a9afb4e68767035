package org.polyonym.mid.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Joins the comparisons of every participant pair of two identity groups into one proposal. Pure. */
final class GroupEvaluation {
    /** Of several yellow reasons the one that says most about a false identity is shown. */
    private static final List<String> YELLOW_ORDER =
            List.of("Y-A", "Y-C", "Y-D", "Y-B", "NONCOMPARABLE", "W-a", "W-c", "W-b");

    private static final Comparator<PairEvidence> YELLOW_FIRST = Comparator.<PairEvidence>comparingInt(
                    pair -> YELLOW_ORDER.indexOf(pair.row().reason()))
            .thenComparing(pair -> pair.row().row());
    /** For white the best identity class wins. */
    private static final Comparator<PairEvidence> WHITE_FIRST = Comparator.<PairEvidence, IdentityClass>comparing(
                    pair -> pair.row().identity())
            .thenComparing(pair -> pair.row().row());

    private GroupEvaluation() {}

    /** The proposal; empty when no pair calls for a link. */
    static Optional<Proposal> of(Collection<PairEvidence> pairs) {
        Optional<PairEvidence> white = best(pairs, Verdict.WHITE, WHITE_FIRST);
        Optional<PairEvidence> yellow = best(pairs, Verdict.YELLOW, YELLOW_FIRST);
        Set<String> hints = hints(pairs);
        return yellow.map(pair -> new Proposal(Verdict.YELLOW, pair.row(), white.isPresent(), hints))
                .or(() -> white.map(pair -> new Proposal(Verdict.WHITE, pair.row(), false, hints)));
    }

    private static Optional<PairEvidence> best(
            Collection<PairEvidence> pairs, Verdict verdict, Comparator<PairEvidence> order) {
        return pairs.stream().filter(pair -> pair.proposes() == verdict).min(order);
    }

    private static Set<String> hints(Collection<PairEvidence> pairs) {
        Set<String> hints = new TreeSet<>();
        if (pairs.stream().anyMatch(pair -> pair.misused() && pair.proposes() != Verdict.NONE)) {
            hints.add(Proposal.MISUSED_IDENTITY);
        }
        if (holds(pairs, BiometricClass.SAME) && holds(pairs, BiometricClass.DIFF)) {
            hints.add(Proposal.BIOMETRICS_CONTRADICT);
        }
        return hints;
    }

    private static boolean holds(Collection<PairEvidence> pairs, BiometricClass biometric) {
        return pairs.stream().anyMatch(pair -> pair.row().biometric() == biometric);
    }
}
