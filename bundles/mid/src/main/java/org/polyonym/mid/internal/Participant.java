package org.polyonym.mid.internal;

import java.time.Instant;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;

/**
 * What deciding the responsible authority needs to know of a linked record.
 *
 * @param ref the record
 * @param category the system's own category
 * @param owner the authority that entered it
 * @param createdAt legal time of entry
 */
record Participant(OriginRef ref, String category, Authority owner, Instant createdAt) {
    static Participant of(OriginRecord record) {
        return new Participant(record.ref(), record.category(), record.owner(), record.createdAt());
    }
}
