package org.polyonym.store;

/**
 * A shard of a collection at one moment.
 *
 * @param version its counter
 * @param documents live documents in it
 */
public record ShardState(long version, long documents) {}
