package org.polyonym.gateway.internal.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Change;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.store.UnitOfWork;

/** As much of the store as idempotency keys need. */
final class MemoryStore implements Documents, Transactions {
    private final TreeMap<String, Stored<Object>> stored = new TreeMap<>();

    @Override
    public <T> T inTransaction(Work<T> work) {
        return work.run(new UnitOfWork() {});
    }

    @Override
    public <T> long put(
            UnitOfWork uow, DocumentType<T> type, String id, long expected, T value, Collection<SearchTerm> terms) {
        long current = stored.containsKey(id) ? stored.get(id).version() : 0;
        if (current != expected) {
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, "version " + current);
        }
        stored.put(id, new Stored<>(id, current + 1, value));
        return current + 1;
    }

    @Override
    public boolean delete(UnitOfWork uow, DocumentType<?> type, String id) {
        return stored.remove(id) != null;
    }

    @Override
    public <T> Optional<Stored<T>> get(UnitOfWork uow, DocumentType<T> type, String id) {
        return get(type, id);
    }

    @Override
    public <T> Optional<Stored<T>> get(DocumentType<T> type, String id) {
        return Optional.ofNullable(stored.get(id)).map(document -> typed(type, document));
    }

    @Override
    public <T> List<Stored<T>> find(UnitOfWork uow, DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> List<Stored<T>> page(DocumentType<T> type, String afterId, int limit) {
        return stored.tailMap(afterId, false).values().stream()
                .limit(limit)
                .map(document -> typed(type, document))
                .toList();
    }

    @Override
    public long count(DocumentType<?> type) {
        return stored.size();
    }

    @Override
    public Map<Integer, Long> shardVersions(DocumentType<?> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> List<Change<T>> changes(DocumentType<T> type, int shard, long afterVersion, int limit) {
        throw new UnsupportedOperationException();
    }

    private static <T> Stored<T> typed(DocumentType<T> type, Stored<Object> document) {
        return new Stored<>(document.id(), document.version(), type.valueType().cast(document.value()));
    }
}
