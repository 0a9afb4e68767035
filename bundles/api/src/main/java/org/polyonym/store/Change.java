package org.polyonym.store;

import java.util.Optional;

/**
 * One step of the change feed.
 *
 * @param id the document
 * @param shardVersion position in the shard, without gaps
 * @param value the value, empty when the document was deleted
 */
public record Change<T>(String id, long shardVersion, Optional<T> value) {}
