package org.polyonym.audit.internal;

import java.time.Instant;
import java.util.Map;
import org.polyonym.audit.AuditEntry;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;

/** What the audit log keeps in the store. Nothing in it is ever changed except the cursor. */
final class AuditCollections {
    /** An entry as it was written, not yet in the order of the log. */
    record Row(Instant legalTime, AuditEntry entry) {}

    /** The place of a row in the log; its document's id is the sequence number. */
    record Place(String rowId) {}

    /**
     * How far the sequencer has come.
     *
     * @param sequence the last number given
     * @param shards shard of the rows to the version up to which all of it has its number
     */
    record Cursor(long sequence, Map<Integer, Long> shards) {}

    static final DocumentType<Row> ROWS = new DocumentType<>("audit", Row.class);
    static final DocumentType<Place> PLACES = new DocumentType<>("audit-place", Place.class);
    static final DocumentType<Cursor> CURSOR = new DocumentType<>(Documents.FOLLOWER_PREFIX + "audit", Cursor.class);
    static final String CURSOR_ID = "cursor";

    private AuditCollections() {}

    /** The id of a place: as text in the same order as the number. */
    static String placeId(long sequence) {
        return String.format("%019d", sequence);
    }
}
