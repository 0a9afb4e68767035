package org.polyonym.sbms.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Outcome;

/**
 * What a node found in the shards that it was asked for.
 *
 * @param candidates best first
 * @param shards what was searched of each; one that could not be caught up is not there
 * @param thresholdVersion version of the threshold table
 */
record SearchAnswer(List<Candidate> candidates, List<Searched> shards, String thresholdVersion) {
    SearchAnswer {
        candidates = List.copyOf(candidates);
        shards = List.copyOf(shards);
    }

    /**
     * A searched shard.
     *
     * @param version up to which it was searched
     * @param templates that were compared or rightly passed over
     * @param unreadable templates that could not be compared
     */
    record Searched(SystemId system, int shard, long version, long templates, long unreadable) {
        static Searched of(ShardRef ref, GalleryShard.View view) {
            return new Searched(ref.system(), ref.shard(), view.version(), view.templates(), view.unreadable());
        }

        ShardRef ref() {
            return new ShardRef(system, shard);
        }

        /** How many of the templates that the store knew were covered: later, one that is gone was rightly passed over. */
        long covered(SearchRequest.Wanted wanted) {
            return version == wanted.version()
                    ? Math.min(templates, wanted.templates())
                    : Math.max(0, wanted.templates() - unreadable);
        }
    }

    /** Whether it can be an answer to the request. One that cannot counts as none at all, not even in part. */
    boolean fits(SearchRequest request, String ownThresholds) {
        Map<ShardRef, SearchRequest.Wanted> wanted =
                request.shards().stream().collect(Collectors.toMap(SearchRequest.Wanted::ref, Function.identity()));
        boolean shardsFit = shards.stream()
                .allMatch(each -> wanted.containsKey(each.ref())
                        && each.version() >= wanted.get(each.ref()).version()
                        && each.templates() >= 0
                        && each.unreadable() >= 0);
        boolean once = shards.stream().map(Searched::ref).distinct().count() == shards.size();
        boolean candidatesFit = candidates.size() <= request.limit()
                && candidates.stream()
                        .allMatch(each -> shards.stream()
                                        .anyMatch(s ->
                                                s.system().equals(each.ref().system()))
                                && (each.comparison().outcome() == Outcome.SAME
                                        || each.comparison().outcome() == Outcome.INCONCLUSIVE));
        return shardsFit && once && candidatesFit && thresholdVersion.equals(ownThresholds);
    }
}
