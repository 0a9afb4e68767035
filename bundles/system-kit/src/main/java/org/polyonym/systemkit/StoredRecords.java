package org.polyonym.systemkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.identity.RecordScorer;
import org.polyonym.identity.SearchKeys;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.UnitOfWork;

/** Reads records of all systems over the store: terms find candidates, the identity library decides which fit. */
public class StoredRecords implements Records {
    private final Documents documents;

    /** Over a store. */
    public StoredRecords(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Optional<OriginRecord> find(OriginRef ref) {
        return documents.get(RecordTypes.records(ref.system()), ref.recordId()).map(RecordTypes::versioned);
    }

    @Override
    public Optional<OriginRecord> find(UnitOfWork uow, OriginRef ref) {
        return documents
                .get(uow, RecordTypes.records(ref.system()), ref.recordId())
                .map(RecordTypes::versioned);
    }

    @Override
    public Optional<IdentityGroup> groupOf(OriginRef ref) {
        return new Groups(documents, ref.system()).groupOf(ref.recordId());
    }

    @Override
    public Optional<IdentityGroup> group(GroupRef ref) {
        return new Groups(documents, ref.system()).group(ref.groupId());
    }

    @Override
    public List<RecordMatch> search(Set<SystemId> systems, SearchQuery query, int limit) {
        List<SearchTerm> terms = SearchKeys.ofQuery(query).stream()
                .map(key -> SearchTerm.of(RecordTerms.KEY, key))
                .toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        return systems.stream()
                .flatMap(s -> documents.find(RecordTypes.records(s), terms, Documents.MAX_RESULTS).stream())
                .map(RecordTypes::versioned)
                .flatMap(record -> RecordScorer.match(query, record).stream())
                .sorted(Comparator.comparingDouble(RecordMatch::similarity)
                        .reversed()
                        .thenComparing(m -> m.record().ref().text()))
                .limit(limit)
                .toList();
    }
}
