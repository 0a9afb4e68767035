package org.polyonym.gateway.internal.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.access.Caller;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.Image;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Registration;
import org.polyonym.registry.Submission;
import org.polyonym.registry.SystemOfRecord;

/** A system whose records live as long as the test; one record may be hidden from everybody. */
final class MemorySystem implements SystemOfRecord {
    static final Instant NOW = Instant.parse("2016-02-01T00:00:00Z");

    final Map<String, OriginRecord> records = new ConcurrentHashMap<>();
    volatile String hidden = "";
    volatile boolean diesBeforeAnswering;

    private final SystemId system;

    MemorySystem(SystemId system) {
        this.system = system;
    }

    @Override
    public SystemId system() {
        return system;
    }

    @Override
    public Registration register(Caller caller, Submission submission) {
        String id = submission.recordId().orElseGet(() -> "given-" + records.size());
        if (records.putIfAbsent(id, record(caller, id, 1, submission)) != null) {
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, "exists");
        }
        if (diesBeforeAnswering) {
            throw new IllegalStateException("power cut");
        }
        return new Registration(records.get(id), List.of("few fingers"));
    }

    @Override
    public Registration amend(Caller caller, String recordId, long expectedVersion, Submission submission) {
        OriginRecord before = records.get(recordId);
        if (before.version() != expectedVersion) {
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, "version " + before.version());
        }
        records.put(recordId, record(caller, recordId, expectedVersion + 1, submission));
        return new Registration(records.get(recordId), List.of());
    }

    @Override
    public void erase(Caller caller, String recordId, String reason) {
        records.remove(recordId);
    }

    @Override
    public Optional<OriginRecord> read(Caller caller, String recordId) {
        return Optional.ofNullable(records.get(recordId)).filter(record -> !recordId.equals(hidden));
    }

    @Override
    public Optional<Image> readImage(Caller caller, String recordId, String sampleId) {
        return sampleId.equals("s1") ? Optional.of(Image.ofBytes(new byte[] {1, 2})) : Optional.empty();
    }

    @Override
    public Optional<IdentityGroup> groupOf(String recordId) {
        List<OriginRef> all = records.keySet().stream()
                .sorted()
                .map(id -> new OriginRef(system, id))
                .toList();
        return Optional.of(new IdentityGroup(new GroupRef(system, all.getFirst().recordId()), all));
    }

    private OriginRecord record(Caller caller, String id, long version, Submission s) {
        return new OriginRecord(
                new OriginRef(system, id),
                version,
                caller.authority(),
                s.category(),
                NOW,
                NOW,
                Optional.empty(),
                s.identity(),
                s.documents(),
                List.of(),
                s.attributes());
    }
}
