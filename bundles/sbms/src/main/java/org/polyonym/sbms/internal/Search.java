package org.polyonym.sbms.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.OriginRef;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Outcome;

/**
 * The exhaustive 1:N search: every enrolled record is compared, in parallel over the cores of the common pool. Pure;
 * thread-safe; about 0.1 ms of one core per template.
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

    String thresholdVersion() {
        return comparer.thresholdVersion();
    }

    /**
     * Searches.
     *
     * @param probe at least one finger
     * @param except a record that is no candidate
     */
    List<Candidate> run(List<ProbeSample> probe, List<GalleryShard.View> scope, Optional<OriginRef> except, int limit) {
        List<Candidate> found = scope.stream()
                .flatMap(view -> view.records().stream())
                .filter(record -> except.filter(record.origin()::equals).isEmpty())
                .toList()
                .parallelStream()
                .map(record -> new Candidate(record.origin(), comparer.compare(probe, record.templates())))
                .filter(candidate -> worthTelling(candidate.comparison()))
                .toList();
        return best(found, limit);
    }

    /** The best of what was found, perhaps at several places. */
    static List<Candidate> best(Collection<Candidate> found, int limit) {
        return found.stream().sorted(BEST_FIRST).limit(limit).toList();
    }

    private static boolean worthTelling(Comparison comparison) {
        return switch (comparison.outcome()) {
            case SAME -> true;
            case INCONCLUSIVE -> comparison.log10Fmr() <= CANDIDATE_LOG10_FMR;
            case DIFF, NOT_COMPARED -> false;
        };
    }
}
