package org.polyonym.systemkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.model.CaseReference;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.Image;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Registration;
import org.polyonym.registry.Submission;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.store.Task;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.UnitOfWork;
import org.polyonym.time.DailyDuty;

/**
 * A central system: its records, its de-duplication and its retention. A bundle makes one by giving it the contracts and
 * the system's law; the subclass exists only to be wired. Thread-safe.
 */
public class CentralSystem implements SystemOfRecord, TaskHandler, DailyDuty {
    /** Queue of the systems' own de-duplication. */
    public static final String DEDUPLICATE = "deduplicate";
    /** Queue of detection between systems. */
    public static final String DETECT = "detect";
    /** Longest reason of an erasure, in characters. */
    public static final int MAX_REASON = 500;

    private static final CaseReference RETENTION_CASE = CaseReference.of("RETENTION");

    private final SystemLaw law;
    private final Contracts contracts;
    private final Projections projections;
    private final LinkedAccess linked = new LinkedAccess();
    private final RecordReader reader;
    private final RecordWriter writer;
    private final Eraser eraser;
    private final Deduplicator deduplicator;
    private final Retention retention;
    private final Groups groups;

    /**
     * Reads and checks the rule tables of the system.
     *
     * @param config component configuration; {@value Projections#MINIMUM} says how many projections each write needs
     * @throws IllegalArgumentException when a rule table has gaps, overlaps or unknown words
     */
    protected CentralSystem(SystemLaw law, Contracts contracts, Map<String, ?> config) {
        SystemId system = law.system();
        Triggers triggers = new Triggers(contracts.rules(), system);
        QualityGate gate = new QualityGate(contracts.rules(), system);
        this.law = law;
        this.contracts = contracts;
        this.projections = new Projections(config);
        this.groups = new Groups(contracts.documents(), system);
        this.reader = new RecordReader(law, contracts, groups, linked);
        this.writer = new RecordWriter(law, contracts, gate, groups, projections, contracts.documents()::newId);
        this.eraser = new Eraser(contracts, triggers, groups, projections);
        this.deduplicator = new Deduplicator(law, contracts, triggers, groups, projections);
        this.retention = new Retention(contracts.documents(), system);
    }

    /** Where the wiring announces projections. */
    protected final Projections projections() {
        return projections;
    }

    /** Where the wiring announces the detector. */
    protected final LinkedAccess linked() {
        return linked;
    }

    @Override
    public final SystemId system() {
        return law.system();
    }

    @Override
    public final Registration register(Caller caller, Submission submission) {
        contracts.access().requireWrite(caller, system(), submission.category());
        return writer.register(caller, submission);
    }

    @Override
    public final Registration amend(Caller caller, String recordId, long expectedVersion, Submission submission) {
        return writer.amend(caller, ownRecord(caller, recordId), expectedVersion, submission);
    }

    @Override
    public final void erase(Caller caller, String recordId, String reason) {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "reason", "1 to 500 characters");
        }
        OriginRecord seen = ownRecord(caller, recordId);
        law.checkErasure(caller, seen, reason);
        contracts.transactions().inTransaction(uow -> {
            eraser.erase(uow, caller, require(uow, recordId), "RECORD_ERASED", reason);
            return recordId;
        });
    }

    @Override
    public final Optional<OriginRecord> read(Caller caller, String recordId) {
        return reader.read(caller, recordId);
    }

    @Override
    public final Optional<Image> readImage(Caller caller, String recordId, String sampleId) {
        return reader.readImage(caller, recordId, sampleId);
    }

    @Override
    public final Optional<IdentityGroup> groupOf(String recordId) {
        return groups.groupOf(recordId);
    }

    @Override
    public final String queue() {
        return DEDUPLICATE;
    }

    @Override
    public final boolean handles(Task task) {
        return task.subject().startsWith(system().text() + "/");
    }

    @Override
    public final void handle(UnitOfWork uow, Task task) {
        deduplicator.handle(uow, task);
    }

    @Override
    public final String name() {
        return "erase-expired-records-" + system().text().toLowerCase(Locale.ROOT);
    }

    @Override
    public final void run(LocalDate today) {
        Caller caller = Caller.component(system().text(), Purpose.OPERATIONS, RETENTION_CASE);
        for (List<OriginRecord> due = retention.expired(today); !due.isEmpty(); due = retention.expired(today)) {
            due.forEach(record -> eraseExpired(caller, record, today));
        }
    }

    /** Another node may have erased it, or its period may have been prolonged, since it was found. */
    private void eraseExpired(Caller caller, OriginRecord found, LocalDate today) {
        contracts.transactions().inTransaction(uow -> {
            find(uow, found.ref().recordId())
                    .filter(r ->
                            r.retentionUntil().filter(u -> u.isBefore(today)).isPresent())
                    .ifPresent(r -> eraser.erase(uow, caller, r, "RECORD_EXPIRED", "retention period over"));
            return found.ref();
        });
    }

    /** A refusal says that the record exists; whoever may not read it learns only that there is nothing to change. */
    private OriginRecord ownRecord(Caller caller, String recordId) {
        boolean readable = reader.read(caller, recordId).isPresent();
        OriginRecord record =
                reader.whole(recordId).filter(r -> law.visible(caller, r)).orElseThrow(CentralSystem::noSuchRecord);
        try {
            contracts.access().requireOwner(caller, system(), record.category(), record.owner());
        } catch (ProblemException refusal) {
            throw readable ? refusal : noSuchRecord();
        }
        return record;
    }

    private OriginRecord require(UnitOfWork uow, String recordId) {
        return find(uow, recordId).orElseThrow(CentralSystem::noSuchRecord);
    }

    private static ProblemException noSuchRecord() {
        return ProblemException.of(ProblemType.NOT_FOUND, "no such record");
    }

    private Optional<OriginRecord> find(UnitOfWork uow, String recordId) {
        return contracts
                .documents()
                .get(uow, RecordTypes.records(system()), recordId)
                .map(RecordTypes::versioned);
    }
}
