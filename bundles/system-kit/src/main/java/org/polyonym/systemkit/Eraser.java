package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.registry.RecordProjection;
import org.polyonym.store.UnitOfWork;

/** Erases a record with everything derived from it in one transaction (IO 15, 23, 35). */
final class Eraser {
    private final Contracts contracts;
    private final Triggers triggers;
    private final Groups groups;
    private final Projections projections;

    Eraser(Contracts contracts, Triggers triggers, Groups groups, Projections projections) {
        this.contracts = contracts;
        this.triggers = triggers;
        this.groups = groups;
        this.projections = projections;
    }

    void erase(UnitOfWork uow, Caller caller, OriginRecord record, String event, String reason) {
        List<RecordProjection> derived = projections.require();
        contracts
                .documents()
                .delete(
                        uow,
                        RecordTypes.records(record.ref().system()),
                        record.ref().recordId());
        contracts.images().deleteByPrefix(uow, record.ref().text() + "/");
        contracts.biometrics().remove(uow, record.ref());
        Optional<IdentityGroup> rest = groups.erased(uow, record.ref());
        derived.forEach(p -> p.erased(uow, record));
        rest.ifPresent(group -> derived.forEach(p -> p.grouped(uow, group)));
        reviewLinks(uow, caller, record, rest);
        contracts
                .audit()
                .append(
                        uow,
                        new AuditEntry(
                                event,
                                caller,
                                List.of(record.ref().text()),
                                Map.of("category", record.category(), "reason", reason)));
    }

    /** Links hang on the group: what is left of it is detected anew; if nothing is, the gone record's links go. */
    private void reviewLinks(UnitOfWork uow, Caller caller, OriginRecord record, Optional<IdentityGroup> rest) {
        boolean review = rest.isPresent() ? triggers.concerns(record.category()) : triggers.takesPart();
        if (review) {
            String subject = rest.map(g -> g.participants().getFirst())
                    .orElse(record.ref())
                    .text();
            contracts.outbox().enqueue(uow, CentralSystem.DETECT, subject, record.version() + 1, caller);
        }
    }
}
