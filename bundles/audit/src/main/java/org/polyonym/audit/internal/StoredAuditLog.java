package org.polyonym.audit.internal;

import static org.polyonym.audit.internal.AuditCollections.PLACES;
import static org.polyonym.audit.internal.AuditCollections.ROWS;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.audit.internal.AuditCollections.Row;
import org.polyonym.health.DerivedState;
import org.polyonym.health.DerivedStructure;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.Transactions;
import org.polyonym.store.UnitOfWork;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.LegalClock;

/** The audit log over the store. The order of the log is made behind the writing, see {@link Sequencer}. */
@Component(service = {AuditLog.class, DailyDuty.class, DerivedStructure.class})
public final class StoredAuditLog implements AuditLog, DailyDuty, DerivedStructure {
    private final Transactions transactions;
    private final Documents documents;
    private final LegalClock clock;
    private final Sequencer sequencer;
    /** Every answer waits for its entry, and every search for several: a commit for each would be most that the store does. */
    private final GroupCommit<Row> commits = new GroupCommit<>(this::commit);

    /** Over a store and the legal clock. */
    @Activate
    public StoredAuditLog(
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        this.transactions = transactions;
        this.documents = documents;
        this.clock = clock;
        this.sequencer = new Sequencer(transactions, documents);
    }

    @Override
    public void append(UnitOfWork unitOfWork, AuditEntry entry) {
        orUnavailable(() -> put(unitOfWork, new Row(clock.now(), entry)));
    }

    @Override
    public void append(AuditEntry entry) {
        orUnavailable(() -> {
            Row row = new Row(clock.now(), entry);
            if (transactions.oneAtATime()) {
                commits.add(row);
            } else {
                commit(List.of(row));
            }
            return entry;
        });
    }

    private void commit(List<Row> rows) {
        transactions.inTransaction(uow -> {
            rows.forEach(row -> put(uow, row));
            return rows;
        });
    }

    private long put(UnitOfWork uow, Row row) {
        return documents.put(uow, ROWS, documents.newId(), 0, row, List.of());
    }

    @Override
    public List<StoredAuditEntry> read(long afterSequence, int limit) {
        return orUnavailable(() -> {
            sequencer.catchUp();
            return documents.page(PLACES, AuditCollections.placeId(afterSequence), limit).stream()
                    .map(place ->
                            entry(Long.parseLong(place.id()), place.value().rowId()))
                    .toList();
        });
    }

    private StoredAuditEntry entry(long sequence, String rowId) {
        Row row = documents
                .get(ROWS, rowId)
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.AUDIT_UNAVAILABLE, "entry " + sequence + " is not stored"))
                .value();
        return new StoredAuditEntry(sequence, row.legalTime(), row.entry());
    }

    /** One for the whole platform, as every node sees it. */
    @Override
    public List<DerivedState> states() {
        return List.of(new DerivedState("audit-order", sequencer.behind(), List.of()));
    }

    @Override
    public String name() {
        return "sequence-audit-log";
    }

    /** So that the order is made at least daily, also when nobody reads. */
    @Override
    public void run(LocalDate today) {
        orUnavailable(() -> {
            sequencer.catchUp();
            return today;
        });
    }

    private static <T> T orUnavailable(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw ProblemException.causedBy(ProblemType.AUDIT_UNAVAILABLE, "the entry cannot be stored or read", e);
        }
    }
}
