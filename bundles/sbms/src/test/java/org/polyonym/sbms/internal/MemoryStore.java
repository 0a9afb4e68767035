package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

/** The store's contract in memory for tests: transactions one after another, readers see what is committed. */
final class MemoryStore implements Documents, Transactions {
    private volatile Map<String, Table> committed = Map.of();

    private record Row(Stored<?> stored, List<SearchTerm> terms) {}

    private record Unit(Map<String, Table> tables) implements UnitOfWork {}

    /** Rows, shard counters, and per shard the last change of each document. */
    private static final class Table {
        final TreeMap<String, Row> rows = new TreeMap<>();
        final Map<Integer, Long> versions = new HashMap<>();
        final Map<Integer, TreeMap<Long, String>> feed = new HashMap<>();

        Table copy() {
            Table copy = new Table();
            copy.rows.putAll(rows);
            copy.versions.putAll(versions);
            feed.forEach((shard, changes) -> copy.feed.put(shard, new TreeMap<>(changes)));
            return copy;
        }

        void changed(String id) {
            int shard = Math.floorMod(id.hashCode(), SHARDS);
            long version = versions.merge(shard, 1L, Long::sum);
            TreeMap<Long, String> changes = feed.computeIfAbsent(shard, s -> new TreeMap<>());
            changes.values().remove(id);
            changes.put(version, id);
        }
    }

    @Override
    public synchronized <T> T inTransaction(Work<T> work) {
        Map<String, Table> tables = new HashMap<>();
        committed.forEach((name, table) -> tables.put(name, table.copy()));
        T result = work.run(new Unit(tables));
        committed = Map.copyOf(tables);
        return result;
    }

    private static Table table(UnitOfWork uow, DocumentType<?> type) {
        return ((Unit) uow).tables().computeIfAbsent(type.collection(), name -> new Table());
    }

    private Table table(DocumentType<?> type) {
        return committed.getOrDefault(type.collection(), new Table());
    }

    @Override
    public <T> long put(
            UnitOfWork uow,
            DocumentType<T> type,
            String id,
            long expectedVersion,
            T value,
            Collection<SearchTerm> terms) {
        Table table = table(uow, type);
        long version = get(table, type, id).map(Stored::version).orElse(0L);
        if (version != expectedVersion) {
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, "expected " + expectedVersion);
        }
        table.rows.put(id, new Row(new Stored<>(id, version + 1, value), List.copyOf(terms)));
        table.changed(id);
        return version + 1;
    }

    @Override
    public boolean delete(UnitOfWork uow, DocumentType<?> type, String id) {
        Table table = table(uow, type);
        boolean there = table.rows.remove(id) != null;
        if (there) {
            table.changed(id);
        }
        return there;
    }

    @Override
    public <T> Optional<Stored<T>> get(UnitOfWork uow, DocumentType<T> type, String id) {
        return get(table(uow, type), type, id);
    }

    @Override
    public <T> Optional<Stored<T>> get(DocumentType<T> type, String id) {
        return get(table(type), type, id);
    }

    private static <T> Optional<Stored<T>> get(Table table, DocumentType<T> type, String id) {
        return Optional.ofNullable(table.rows.get(id)).map(row -> typed(type, row));
    }

    private static <T> Stored<T> typed(DocumentType<T> type, Row row) {
        Stored<?> stored = row.stored();
        return new Stored<>(stored.id(), stored.version(), type.valueType().cast(stored.value()));
    }

    @Override
    public <T> List<Stored<T>> find(UnitOfWork uow, DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        return find(table(uow, type), type, anyOf, "", limit);
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        return find(table(type), type, anyOf, "", limit);
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit) {
        return find(table(type), type, anyOf, afterId, limit);
    }

    private static <T> List<Stored<T>> find(
            Table table, DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit) {
        return table.rows.tailMap(afterId, false).values().stream()
                .filter(row -> row.terms().stream().anyMatch(anyOf::contains))
                .limit(limit)
                .map(row -> typed(type, row))
                .toList();
    }

    @Override
    public <T> List<Stored<T>> page(DocumentType<T> type, String afterId, int limit) {
        return table(type).rows.tailMap(afterId, false).values().stream()
                .limit(limit)
                .map(row -> typed(type, row))
                .toList();
    }

    @Override
    public long count(DocumentType<?> type) {
        return table(type).rows.size();
    }

    @Override
    public Map<Integer, Long> shardVersions(DocumentType<?> type) {
        return Map.copyOf(table(type).versions);
    }

    @Override
    public <T> List<Change<T>> changes(DocumentType<T> type, int shard, long afterVersion, int limit) {
        Table table = table(type);
        List<Change<T>> changes = new ArrayList<>();
        table.feed
                .getOrDefault(shard, new TreeMap<>())
                .tailMap(afterVersion, false)
                .forEach((version, id) -> {
                    if (changes.size() < limit) {
                        changes.add(
                                new Change<>(id, version, get(table, type, id).map(Stored::value)));
                    }
                });
        return changes;
    }
}
