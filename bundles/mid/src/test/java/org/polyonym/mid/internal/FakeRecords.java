package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.UnitOfWork;

/** Records and identity groups in memory. */
final class FakeRecords implements Records {
    final Map<OriginRef, OriginRecord> records = new LinkedHashMap<>();
    private final Map<GroupRef, List<OriginRef>> groups = new LinkedHashMap<>();

    /** The system holds these records to be one person; the group is named by the first. */
    void group(OriginRef... members) {
        List<OriginRef> joined = new ArrayList<>(List.of(members));
        groups.values().forEach(group -> group.removeAll(joined));
        groups.values().removeIf(List::isEmpty);
        groups.put(new GroupRef(joined.getFirst().system(), joined.getFirst().recordId()), joined);
    }

    void erase(OriginRef ref) {
        records.remove(ref);
        groups.values().forEach(group -> group.remove(ref));
        groups.values().removeIf(List::isEmpty);
    }

    @Override
    public Optional<OriginRecord> find(OriginRef ref) {
        return Optional.ofNullable(records.get(ref));
    }

    @Override
    public Optional<OriginRecord> find(UnitOfWork uow, OriginRef ref) {
        return find(ref);
    }

    @Override
    public Optional<IdentityGroup> groupOf(OriginRef ref) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().contains(ref))
                .findFirst()
                .map(entry -> new IdentityGroup(entry.getKey(), entry.getValue()))
                .or(() -> find(ref)
                        .map(found -> new IdentityGroup(new GroupRef(ref.system(), ref.recordId()), List.of(ref))));
    }

    @Override
    public Optional<IdentityGroup> group(GroupRef ref) {
        return Optional.ofNullable(groups.get(ref)).map(members -> new IdentityGroup(ref, members));
    }

    @Override
    public List<RecordMatch> search(Set<SystemId> systems, SearchQuery query, int limit) {
        throw new UnsupportedOperationException("detection searches through the portal");
    }
}
