package org.polyonym.systemkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SampleRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordProjection;
import org.polyonym.registry.Registration;
import org.polyonym.registry.Submission;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.UnitOfWork;

/** The write path: checks outside, then record, images, templates, projections, task and audit entry in one transaction. */
final class RecordWriter {
    private final SystemLaw law;
    private final SystemId system;
    private final Contracts contracts;
    private final QualityGate gate;
    private final Feeders feeders;
    private final Groups groups;
    private final Projections projections;
    private final Supplier<String> newId;

    RecordWriter(
            SystemLaw law,
            Contracts contracts,
            QualityGate gate,
            Groups groups,
            Projections projections,
            Supplier<String> newId) {
        this.law = law;
        this.system = law.system();
        this.contracts = contracts;
        this.gate = gate;
        this.feeders = new Feeders(contracts.rules(), system);
        this.groups = groups;
        this.projections = projections;
        this.newId = newId;
    }

    Registration register(Caller caller, Submission submission) {
        List<String> warnings = new ArrayList<>(
                gate.check(submission, List.of(), contracts.clock().today()));
        PreparedSamples prepared = prepare(submission);
        warnings.addAll(law.checkEntry(caller, Optional.empty(), submission));
        warnings.addAll(prepared.warnings().values());
        String id = submission.recordId().orElseGet(newId);
        OriginRef ref = new OriginRef(system, id);
        OriginRecord stored = contracts.transactions().inTransaction(uow -> {
            if (groups.taken(uow, id)) {
                throw ProblemException.ofField(
                        ProblemType.VERSION_CONFLICT, "recordId", "the identifier names an existing identity group");
            }
            OriginRecord record = record(caller, ref, submission, prepared);
            putImages(uow, ref, submission, prepared);
            contracts.biometrics().enrol(uow, ref, prepared);
            return write(uow, caller, Optional.empty(), record);
        });
        return new Registration(stored, warnings);
    }

    /** An amendment without samples keeps the stored ones; with samples it replaces them all. */
    Registration amend(Caller caller, OriginRecord seen, long expectedVersion, Submission submission) {
        if (!seen.category().equals(submission.category())) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "category", "a record keeps its category");
        }
        List<String> warnings = new ArrayList<>(
                gate.check(submission, seen.samples(), contracts.clock().today()));
        PreparedSamples prepared = prepare(submission);
        warnings.addAll(law.checkEntry(caller, Optional.of(seen), submission));
        warnings.addAll(prepared.warnings().values());
        OriginRecord stored = contracts.transactions().inTransaction(uow -> {
            OriginRecord before = contracts
                    .documents()
                    .get(uow, RecordTypes.records(system), seen.ref().recordId())
                    .map(RecordTypes::versioned)
                    .filter(r -> r.version() == expectedVersion)
                    .orElseThrow(() -> ProblemException.of(ProblemType.VERSION_CONFLICT, "the record has changed"));
            if (!submission.samples().isEmpty()) {
                contracts.images().deleteByPrefix(uow, before.ref().text() + "/");
                putImages(uow, before.ref(), submission, prepared);
                contracts.biometrics().enrol(uow, before.ref(), prepared);
            }
            return write(uow, caller, Optional.of(before), changed(before, submission, prepared));
        });
        return new Registration(stored, warnings);
    }

    private PreparedSamples prepare(Submission submission) {
        return contracts.biometrics().prepare(submission.samples(), feeders.of(submission.category()));
    }

    private OriginRecord record(Caller caller, OriginRef ref, Submission s, PreparedSamples prepared) {
        Instant now = contracts.clock().now();
        Optional<LocalDate> until = gate.rule(s.category()).retentionUntil(now, s.attributes());
        return new OriginRecord(
                ref,
                1,
                caller.authority(),
                s.category(),
                now,
                now,
                until,
                s.identity(),
                s.documents(),
                prepared.refs(),
                s.attributes());
    }

    private OriginRecord changed(OriginRecord before, Submission s, PreparedSamples prepared) {
        List<SampleRef> samples = s.samples().isEmpty() ? before.samples() : prepared.refs();
        return new OriginRecord(
                before.ref(),
                before.version() + 1,
                before.owner(),
                before.category(),
                before.createdAt(),
                contracts.clock().now(),
                gate.rule(before.category()).retentionUntil(before.createdAt(), s.attributes()),
                s.identity(),
                s.documents(),
                samples,
                s.attributes());
    }

    private void putImages(UnitOfWork uow, OriginRef ref, Submission submission, PreparedSamples prepared) {
        for (int i = 0; i < prepared.refs().size(); i++) {
            String imageId = imageId(ref, prepared.refs().get(i).sampleId());
            contracts.images().put(uow, imageId, submission.samples().get(i).image());
        }
    }

    static String imageId(OriginRef ref, String sampleId) {
        return ref.text() + "/" + sampleId;
    }

    private OriginRecord write(UnitOfWork uow, Caller caller, Optional<OriginRecord> before, OriginRecord after) {
        List<RecordProjection> derived = projections.require();
        long expected = before.map(OriginRecord::version).orElse(0L);
        long version = contracts
                .documents()
                .put(uow, RecordTypes.records(system), after.ref().recordId(), expected, after, RecordTerms.of(after));
        derived.forEach(p -> p.written(uow, before, after));
        if (before.isEmpty() || concernsIdentity(before.get(), after)) {
            contracts
                    .outbox()
                    .enqueue(uow, CentralSystem.DEDUPLICATE, after.ref().text(), version, caller);
        }
        String event = before.isEmpty() ? "RECORD_REGISTERED" : "RECORD_AMENDED";
        contracts
                .audit()
                .append(uow, new AuditEntry(event, caller, List.of(after.ref().text()), detail(after, version)));
        return after;
    }

    /** Business data alone start no detection (law catalogue 4.1). */
    private static boolean concernsIdentity(OriginRecord before, OriginRecord after) {
        return !before.identity().equals(after.identity())
                || !before.documents().equals(after.documents())
                || !before.samples().equals(after.samples());
    }

    private static Map<String, String> detail(OriginRecord record, long version) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("category", record.category());
        detail.put("version", Long.toString(version));
        record.samples().forEach(s -> detail.merge(s.modality().name(), "1", (a, b) -> count(a)));
        return detail;
    }

    private static String count(String soFar) {
        return Integer.toString(Integer.parseInt(soFar) + 1);
    }
}
