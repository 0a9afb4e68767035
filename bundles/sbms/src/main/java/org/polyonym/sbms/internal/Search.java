package org.polyonym.sbms.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.polyonym.model.OriginRef;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;

/**
 * The exhaustive 1:N search: every enrolled record of the scope is compared, in parallel over the cores of the common
 * pool. Pure over its snapshots; thread-safe; about 0.1 ms of one core per template.
 */
final class Search {
    /**
     * An inconclusive score makes a candidate only from this false match rate. The grey band of a 1:1 comparison holds up
     * to a seventh of all strangers for one finger; as an answer to a search they would bury the mate.
     */
    static final double CANDIDATE_LOG10_FMR = -3;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    (Candidate c) -> c.comparison().outcome() != Outcome.SAME)
            .thenComparingDouble(c -> c.comparison().log10Fmr())
            .thenComparing(c -> -c.comparison().score())
            .thenComparing(c -> c.ref().text());

    private final PersonComparer comparer;

    Search(PersonComparer comparer) {
        this.comparer = comparer;
    }

    /**
     * Searches.
     *
     * @param probe at least one finger; without any nothing is compared and the coverage says so
     * @param wanted which records may be candidates
     */
    Identification run(List<ProbeSample> probe, List<Gallery.Snapshot> scope, Predicate<OriginRef> wanted, int limit) {
        long known = scope.stream().mapToLong(Gallery.Snapshot::known).sum();
        if (probe.isEmpty()) {
            return new Identification(List.of(), new Coverage(0, known), comparer.thresholdVersion());
        }
        List<Candidate> candidates = scope.stream()
                .flatMap(snapshot -> snapshot.records().stream())
                .filter(record -> wanted.test(record.origin()))
                .toList()
                .parallelStream()
                .map(record -> new Candidate(record.origin(), comparer.compare(probe, record.templates())))
                .filter(candidate -> worthTelling(candidate.comparison()))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
        // A system's surplus (enrolled after its count) must not hide another system's gap.
        long covered = scope.stream()
                .mapToLong(snapshot -> Math.min(snapshot.covered(), snapshot.known()))
                .sum();
        return new Identification(candidates, new Coverage(covered, known), comparer.thresholdVersion());
    }

    private static boolean worthTelling(Comparison comparison) {
        return switch (comparison.outcome()) {
            case SAME -> true;
            case INCONCLUSIVE -> comparison.log10Fmr() <= CANDIDATE_LOG10_FMR;
            case DIFF, NOT_COMPARED -> false;
        };
    }
}
