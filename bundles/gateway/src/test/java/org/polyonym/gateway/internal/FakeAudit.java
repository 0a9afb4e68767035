package org.polyonym.gateway.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.store.UnitOfWork;

/** Keeps entries in memory, or fails as a full disk would. */
final class FakeAudit implements AuditLog {
    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    @Override
    public void append(UnitOfWork unitOfWork, AuditEntry entry) {
        append(entry);
    }

    @Override
    public void append(AuditEntry entry) {
        if (failing) {
            throw new IllegalStateException("disk full, SELMANI");
        }
        entries.add(entry);
    }

    @Override
    public List<StoredAuditEntry> read(long afterSequence, int limit) {
        return List.of();
    }
}
