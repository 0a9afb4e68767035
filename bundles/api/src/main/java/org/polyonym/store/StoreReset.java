package org.polyonym.store;

/**
 * Empties the store. Registered only where the configuration of the store says {@code allowReset=true}, which the
 * downloadable distribution does not; test and demonstration start every run from empty with it.
 */
public interface StoreReset {
    /** Deletes everything but the positions of followers. Shard counters keep rising, so followers see deletions. */
    void eraseEverything();
}
