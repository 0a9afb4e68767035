package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.List;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.UnitOfWork;

/** The audit log's contract in memory, which a test can break. */
final class MemoryAudit implements AuditLog {
    final List<AuditEntry> entries = new ArrayList<>();
    boolean broken;

    @Override
    public void append(UnitOfWork unitOfWork, AuditEntry entry) {
        append(entry);
    }

    @Override
    public synchronized void append(AuditEntry entry) {
        if (broken) {
            throw ProblemException.of(ProblemType.AUDIT_UNAVAILABLE, "broken by the test");
        }
        entries.add(entry);
    }

    @Override
    public List<StoredAuditEntry> read(long afterSequence, int limit) {
        return List.of();
    }
}
