package org.polyonym.sbms.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.store.Change;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/** A store in which somebody else commits once, after the follower has read some shards. */
final class InterruptedStore implements Documents {
    private final Documents store;
    private final Runnable commit;
    private final int atRead;
    private int reads;
    private int rounds;

    /** Commits when the follower makes that read of a shard. */
    InterruptedStore(Documents store, int atRead, Runnable commit) {
        this.store = store;
        this.atRead = atRead;
        this.commit = commit;
    }

    /** How often the follower asked for the shard versions. */
    int rounds() {
        return rounds;
    }

    @Override
    public <T> List<Change<T>> changes(DocumentType<T> type, int shard, long afterVersion, int limit) {
        List<Change<T>> changes = store.changes(type, shard, afterVersion, limit);
        if (++reads == atRead) {
            commit.run();
        }
        return changes;
    }

    @Override
    public String newId() {
        return store.newId();
    }

    @Override
    public <T> long put(
            UnitOfWork uow,
            DocumentType<T> type,
            String id,
            long expectedVersion,
            T value,
            Collection<SearchTerm> terms) {
        return store.put(uow, type, id, expectedVersion, value, terms);
    }

    @Override
    public boolean delete(UnitOfWork uow, DocumentType<?> type, String id) {
        return store.delete(uow, type, id);
    }

    @Override
    public <T> Optional<Stored<T>> get(UnitOfWork uow, DocumentType<T> type, String id) {
        return store.get(uow, type, id);
    }

    @Override
    public <T> Optional<Stored<T>> get(DocumentType<T> type, String id) {
        return store.get(type, id);
    }

    @Override
    public <T> List<Stored<T>> find(UnitOfWork uow, DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        return store.find(uow, type, anyOf, limit);
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        return store.find(type, anyOf, limit);
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit) {
        return store.find(type, anyOf, afterId, limit);
    }

    @Override
    public <T> List<Stored<T>> page(DocumentType<T> type, String afterId, int limit) {
        return store.page(type, afterId, limit);
    }

    @Override
    public long count(DocumentType<?> type) {
        return store.count(type);
    }

    @Override
    public Map<Integer, Long> shardVersions(DocumentType<?> type) {
        rounds++;
        return store.shardVersions(type);
    }
}
