package org.polyonym.audit;

import java.util.List;
import org.polyonym.store.UnitOfWork;

/** Append-only log over the store. When it cannot store, it throws AUDIT_UNAVAILABLE and no answer may be released. */
public interface AuditLog {
    /** Stores inside the caller's transaction. */
    void append(UnitOfWork unitOfWork, AuditEntry entry);

    /** Stores in a transaction of its own; on disk when it returns. */
    void append(AuditEntry entry);

    /** Entries after a sequence number in order, for supervisors; at most 1,000 at a time. */
    List<StoredAuditEntry> read(long afterSequence, int limit);
}
