package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.RecordProjection;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Outcome;
import org.polyonym.store.Task;
import org.polyonym.store.UnitOfWork;

/** The system's own de-duplication: forms the identity group, then starts detection between systems where the law does. */
final class Deduplicator {
    private final SystemLaw law;
    private final Contracts contracts;
    private final Triggers triggers;
    private final Groups groups;
    private final Projections projections;

    Deduplicator(SystemLaw law, Contracts contracts, Triggers triggers, Groups groups, Projections projections) {
        this.law = law;
        this.contracts = contracts;
        this.triggers = triggers;
        this.groups = groups;
        this.projections = projections;
    }

    void handle(UnitOfWork uow, Task task) {
        OriginRef ref = OriginRef.of(task.subject());
        contracts
                .documents()
                .get(uow, RecordTypes.records(ref.system()), ref.recordId())
                .map(RecordTypes::versioned)
                .ifPresent(record -> deduplicate(uow, task, record));
    }

    private void deduplicate(UnitOfWork uow, Task task, OriginRecord record) {
        List<RecordProjection> derived = projections.require();
        List<Candidate> candidates = law.duplicates(component(task), record);
        List<OriginRef> same = candidates.stream()
                .filter(c -> c.comparison().outcome() == Outcome.SAME)
                .map(Candidate::ref)
                .filter(other -> !other.equals(record.ref()) && exists(uow, other))
                .toList();
        Groups.Placement placement = groups.place(uow, record.ref(), same);
        if (placement.changed()) {
            publish(uow, task, derived, placement.group());
            placement.left().ifPresent(left -> publish(uow, task, derived, left));
        }
        law.conclude(uow, task, record, candidates);
        if (triggers.startedBy(record)) {
            detect(uow, task, record.ref(), record.version());
        }
        placement
                .left()
                .filter(left -> triggers.concerns(record.category()))
                .ifPresent(left -> detect(uow, task, left.participants().getFirst(), record.version()));
    }

    /** A candidate erased since it was found is nobody's duplicate. */
    private boolean exists(UnitOfWork uow, OriginRef ref) {
        return contracts
                .documents()
                .get(uow, RecordTypes.records(ref.system()), ref.recordId())
                .isPresent();
    }

    private void publish(UnitOfWork uow, Task task, List<RecordProjection> derived, IdentityGroup group) {
        derived.forEach(p -> p.grouped(uow, group));
        List<String> participants =
                group.participants().stream().map(OriginRef::text).toList();
        contracts
                .audit()
                .append(
                        uow,
                        new AuditEntry(
                                "IDENTITY_GROUP_CHANGED",
                                component(task),
                                participants,
                                Map.of("group", group.ref().text())));
    }

    private void detect(UnitOfWork uow, Task task, OriginRef ref, long version) {
        contracts.outbox().enqueue(uow, CentralSystem.DETECT, ref.text(), version, task.caller());
    }

    private Caller component(Task task) {
        return Caller.component(
                law.system().text(), task.caller().purpose(), task.caller().caseReference());
    }
}
