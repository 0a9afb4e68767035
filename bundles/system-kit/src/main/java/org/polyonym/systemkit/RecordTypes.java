package org.polyonym.systemkit;

import java.util.Locale;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Stored;

/** Where records and identity groups of a system are stored. */
public final class RecordTypes {
    private RecordTypes() {}

    /** Collection of a system's records. */
    public static DocumentType<OriginRecord> records(SystemId system) {
        return new DocumentType<>("record." + system.text().toLowerCase(Locale.ROOT), OriginRecord.class);
    }

    /** Collection of a system's identity groups of more than one record, or whose first record is gone. */
    public static DocumentType<IdentityGroup> groups(SystemId system) {
        return new DocumentType<>("group." + system.text().toLowerCase(Locale.ROOT), IdentityGroup.class);
    }

    /** The record with the version that the store counts. */
    public static OriginRecord versioned(Stored<OriginRecord> stored) {
        OriginRecord r = stored.value();
        return new OriginRecord(
                r.ref(),
                stored.version(),
                r.owner(),
                r.category(),
                r.createdAt(),
                r.updatedAt(),
                r.retentionUntil(),
                r.identity(),
                r.documents(),
                r.samples(),
                r.attributes());
    }
}
