package org.polyonym.systemkit;

import java.util.ArrayList;
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
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/** Reads records of all systems over the store: terms find candidates, the identity library decides which fit. */
public class StoredRecords implements Records {
    /** Most candidates of one system that a search reads before it says that it is too wide. */
    public static final int MAX_CANDIDATES = 10_000;

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
        List<OriginRecord> candidates =
                systems.stream().flatMap(s -> candidates(s, terms).stream()).toList();
        return RecordScorer.rank(query, candidates, limit);
    }

    /** Reads on page by page, because a candidate left out unseen would be a missed person. */
    private List<OriginRecord> candidates(SystemId system, List<SearchTerm> terms) {
        List<OriginRecord> candidates = new ArrayList<>();
        String afterId = "";
        while (true) {
            List<Stored<OriginRecord>> page =
                    documents.find(RecordTypes.records(system), terms, afterId, Documents.MAX_RESULTS);
            page.stream().map(RecordTypes::versioned).forEach(candidates::add);
            if (page.size() < Documents.MAX_RESULTS) {
                return candidates;
            }
            if (candidates.size() >= MAX_CANDIDATES) {
                throw ProblemException.of(
                        ProblemType.DATA_LIMIT, "too many records fit the search; add a birth date or a document");
            }
            afterId = page.getLast().id();
        }
    }
}
