package org.polyonym.sbms.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.store.ShardState;

/**
 * A search in some shards, as it travels between nodes.
 *
 * @param probe the searching side
 * @param except a record that is no candidate: the probe itself
 * @param limit most candidates
 * @param shards where to search, and what the store showed of each after the search began
 */
record SearchRequest(List<Finger> probe, Optional<OriginRef> except, int limit, List<Wanted> shards) {
    SearchRequest {
        probe = List.copyOf(probe);
        shards = List.copyOf(shards);
    }

    /** One finger of the searching side. */
    record Finger(String sampleId, FingerPosition position, int quality, byte[] template) {}

    /** A shard with its version and number of templates. */
    record Wanted(SystemId system, int shard, long version, long templates) {
        static Wanted of(ShardRef ref, ShardState state) {
            return new Wanted(ref.system(), ref.shard(), state.version(), state.documents());
        }

        ShardRef ref() {
            return new ShardRef(system, shard);
        }

        ShardState state() {
            return new ShardState(version, templates);
        }
    }

    static List<Finger> fingers(List<ProbeSample> probe) {
        return probe.stream()
                .map(each -> new Finger(
                        each.sampleId(),
                        each.position(),
                        each.quality(),
                        each.finger().template().bytes()))
                .toList();
    }
}
