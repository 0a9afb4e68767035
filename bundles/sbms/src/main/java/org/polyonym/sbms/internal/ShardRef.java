package org.polyonym.sbms.internal;

import org.polyonym.model.SystemId;

/**
 * A part of the gallery.
 *
 * @param system whose templates
 * @param shard shard of its collection in the store
 */
record ShardRef(SystemId system, int shard) {}
