package org.polyonym.systemkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/**
 * Identity groups of one system. A group is stored once it has more than one record, or has lost the record that named it;
 * every other record is a group of one without a document. A group keeps its identifier while it lives, because links and
 * files refer to it. Stateless.
 */
final class Groups {
    /** Most records in one group; more is a fault of the matcher, not a person. */
    static final int MAX_PARTICIPANTS = 500;

    private static final String MEMBER = "member";

    /** What a change did: the group of the record and the group it has left, where it has. */
    record Placement(IdentityGroup group, boolean changed, Optional<IdentityGroup> left) {}

    private final Documents documents;
    private final SystemId system;

    Groups(Documents documents, SystemId system) {
        this.documents = documents;
        this.system = system;
    }

    Optional<Stored<IdentityGroup>> stored(UnitOfWork uow, String recordId) {
        return documents.find(uow, RecordTypes.groups(system), List.of(SearchTerm.of(MEMBER, recordId)), 1).stream()
                .findFirst();
    }

    Optional<IdentityGroup> groupOf(String recordId) {
        return documents.find(RecordTypes.groups(system), List.of(SearchTerm.of(MEMBER, recordId)), 1).stream()
                .findFirst()
                .map(Stored::value)
                .or(() -> documents.get(RecordTypes.records(system), recordId).map(r -> alone(recordId)));
    }

    Optional<IdentityGroup> group(String groupId) {
        return documents
                .get(RecordTypes.groups(system), groupId)
                .map(Stored::value)
                .or(() -> groupOf(groupId).filter(g -> g.ref().groupId().equals(groupId)));
    }

    /** Whether the identifier still names a group although its record may be gone. */
    boolean taken(UnitOfWork uow, String groupId) {
        return documents.get(uow, RecordTypes.groups(system), groupId).isPresent();
    }

    /** Puts a record together with those it duplicates, or alone when it duplicates none. */
    Placement place(UnitOfWork uow, OriginRef record, Collection<OriginRef> duplicates) {
        Optional<Stored<IdentityGroup>> current = stored(uow, record.recordId());
        Map<String, Stored<IdentityGroup>> joined = new LinkedHashMap<>();
        Set<OriginRef> members = new LinkedHashSet<>(List.of(record));
        for (OriginRef duplicate : duplicates) {
            members.add(duplicate);
            stored(uow, duplicate.recordId()).ifPresent(g -> {
                joined.put(g.id(), g);
                members.addAll(g.value().participants());
            });
        }
        Optional<IdentityGroup> left = current.filter(g -> !joined.containsKey(g.id()))
                .map(g -> without(uow, g, record, true))
                .filter(g -> !g.participants().isEmpty());
        if (members.size() == 1) {
            return new Placement(alone(record.recordId()), left.isPresent(), left);
        }
        List<OriginRef> ordered = inOrderOfEntry(uow, members);
        String id = idOf(ordered.getFirst(), joined.values());
        if (joined.size() == 1 && joined.containsKey(id)) {
            Stored<IdentityGroup> same = joined.get(id);
            if (same.value().participants().equals(ordered)) {
                return new Placement(same.value(), left.isPresent(), left);
            }
            return new Placement(write(uow, id, same.version(), ordered), true, left);
        }
        joined.keySet().forEach(g -> documents.delete(uow, RecordTypes.groups(system), g));
        return new Placement(write(uow, id, 0, ordered), true, left);
    }

    /** Takes an erased record out; the group keeps its identifier. Empty when nobody is left. */
    Optional<IdentityGroup> erased(UnitOfWork uow, OriginRef record) {
        return stored(uow, record.recordId())
                .map(g -> without(uow, g, record, false))
                .filter(g -> !g.participants().isEmpty());
    }

    private IdentityGroup without(UnitOfWork uow, Stored<IdentityGroup> group, OriginRef record, boolean recordLives) {
        List<OriginRef> rest = group.value().participants().stream()
                .filter(p -> !p.equals(record))
                .toList();
        boolean mustRename = recordLives && group.id().equals(record.recordId());
        String id = mustRename && !rest.isEmpty() ? rest.getFirst().recordId() : group.id();
        boolean implicit =
                rest.isEmpty() || rest.size() == 1 && rest.getFirst().recordId().equals(id);
        if (!id.equals(group.id()) || implicit) {
            documents.delete(uow, RecordTypes.groups(system), group.id());
        }
        if (implicit) {
            return new IdentityGroup(new GroupRef(system, id), rest);
        }
        return write(uow, id, id.equals(group.id()) ? group.version() : 0, rest);
    }

    private IdentityGroup write(UnitOfWork uow, String id, long version, List<OriginRef> participants) {
        if (participants.size() > MAX_PARTICIPANTS) {
            throw ProblemException.of(ProblemType.DATA_LIMIT, "an identity group may hold at most 500 records");
        }
        IdentityGroup group = new IdentityGroup(new GroupRef(system, id), participants);
        List<SearchTerm> terms = participants.stream()
                .map(p -> SearchTerm.unique(MEMBER, p.recordId()))
                .toList();
        documents.put(uow, RecordTypes.groups(system), id, version, group, terms);
        return group;
    }

    private List<OriginRef> inOrderOfEntry(UnitOfWork uow, Collection<OriginRef> members) {
        return members.stream()
                .flatMap(ref -> documents.get(uow, RecordTypes.records(system), ref.recordId()).stream())
                .map(Stored::value)
                .sorted(Comparator.comparing(OriginRecord::createdAt)
                        .thenComparing(r -> r.ref().recordId()))
                .map(OriginRecord::ref)
                .toList();
    }

    private static String idOf(OriginRef first, Collection<Stored<IdentityGroup>> joined) {
        return joined.stream()
                .filter(g -> g.value().participants().contains(first))
                .map(Stored::id)
                .findFirst()
                .orElse(first.recordId());
    }

    private IdentityGroup alone(String recordId) {
        return new IdentityGroup(new GroupRef(system, recordId), List.of(new OriginRef(system, recordId)));
    }
}
