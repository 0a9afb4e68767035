package org.polyonym.esp.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.UnitOfWork;

/** Finds records by document number or, with names in the query, any record of the systems. */
final class FakeRecords implements Records {
    private final List<OriginRecord> held = new ArrayList<>();

    void add(OriginRef ref, IdentityData identity, List<TravelDocument> documents) {
        held.add(new OriginRecord(
                ref,
                1,
                Authority.of("ASYLUM@MS-1"),
                "APPLICANT",
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                identity,
                documents,
                List.of(),
                Map.of()));
    }

    @Override
    public Optional<OriginRecord> find(OriginRef ref) {
        return held.stream().filter(r -> r.ref().equals(ref)).findFirst();
    }

    @Override
    public Optional<OriginRecord> find(UnitOfWork uow, OriginRef ref) {
        return find(ref);
    }

    @Override
    public Optional<IdentityGroup> groupOf(OriginRef ref) {
        return Optional.of(new IdentityGroup(new GroupRef(ref.system(), ref.recordId()), List.of(ref)));
    }

    @Override
    public Optional<IdentityGroup> group(GroupRef ref) {
        return Optional.empty();
    }

    @Override
    public List<RecordMatch> search(Set<SystemId> systems, SearchQuery query, int limit) {
        return held.stream()
                .filter(r -> systems.contains(r.ref().system()))
                .filter(r ->
                        !query.identity().names().isEmpty() || r.documents().containsAll(query.documents()))
                .limit(limit)
                .map(r -> new RecordMatch(
                        r,
                        !query.identity().names().isEmpty(),
                        !query.documents().isEmpty(),
                        1))
                .toList();
    }
}
