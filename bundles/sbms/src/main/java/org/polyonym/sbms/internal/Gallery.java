package org.polyonym.sbms.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.store.Documents;

/**
 * The shards that this node holds in memory. Which those are is a matter of speed only: one that is asked for and not there
 * is read from the store. Thread-safe.
 */
final class Gallery {
    private final Documents documents;
    private final Map<ShardRef, Held> shards = new ConcurrentHashMap<>();

    private record Held(GalleryShard shard, long usedNanos) {}

    Gallery(Documents documents) {
        this.documents = documents;
    }

    /** The shard, empty at first; it counts as used now. */
    GalleryShard of(ShardRef ref) {
        return shards.compute(
                        ref,
                        (key, held) -> new Held(
                                held == null ? new GalleryShard(documents, key) : held.shard(), System.nanoTime()))
                .shard();
    }

    /** What is in memory, with its version. */
    Map<ShardRef, Long> versions() {
        Map<ShardRef, Long> versions = new ConcurrentHashMap<>();
        shards.forEach((ref, held) -> versions.put(ref, held.shard().view().version()));
        return Map.copyOf(versions);
    }

    /** Drops what is not to be kept and has not been used for a while. A search that has it already goes on with it. */
    void forget(Set<ShardRef> keep, long unusedNanos) {
        long now = System.nanoTime();
        shards.forEach((ref, held) -> {
            if (!keep.contains(ref) && now - held.usedNanos() >= unusedNanos) {
                shards.remove(ref, held);
            }
        });
    }
}
