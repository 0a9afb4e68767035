package org.polyonym.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Change;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.ShardState;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/** Documents in tables. Writing is in {@link DocumentWrites}; this class reads and checks. */
final class SqlDocuments implements Documents {
    /** Longest id, in characters. */
    static final int MAX_ID = 200;

    /**
     * COALESCE keeps the id out of the choice of an index: H2 would otherwise begin at the id and read the whole index of
     * terms instead of the few entries that are looked up.
     */
    static final String FOUND = """
            SELECT d.id, d.version, d.body
            FROM (SELECT DISTINCT t.id FROM term t
                  WHERE t.lookup = ANY(?) AND COALESCE(t.id, '') > ? ORDER BY t.id LIMIT ?) k
            JOIN document d ON d.collection = ? AND d.id = k.id
            ORDER BY d.id
            """;

    private static final String SHARD_STATES = """
            SELECT s.shard, s.version, COALESCE(n.live, 0)
            FROM shard s
            LEFT JOIN (SELECT d.shard, COUNT(*) AS live FROM document d
                       WHERE d.collection = ? AND NOT d.deleted GROUP BY d.shard) n ON n.shard = s.shard
            WHERE s.collection = ?
            """;

    private final SqlTransactions transactions;
    private final Bodies bodies;
    private final TimeOrderedIds ids;

    SqlDocuments(SqlTransactions transactions, Bodies bodies, TimeOrderedIds ids) {
        this.transactions = transactions;
        this.bodies = bodies;
        this.ids = ids;
    }

    @Override
    public String newId() {
        return ids.next();
    }

    @Override
    public <T> long put(
            UnitOfWork uow,
            DocumentType<T> type,
            String id,
            long expectedVersion,
            T value,
            Collection<SearchTerm> terms) {
        checkId(id);
        SqlUnitOfWork own = SqlUnitOfWork.of(uow);
        String body = bodies.write(value);
        String collection = collection(type);
        return own.run(jdbc -> {
            DocumentWrites writes = new DocumentWrites(jdbc, collection, id);
            long version = expectedVersion == 0 ? writes.create(body) : writes.replace(expectedVersion, body);
            if (version > 1) {
                Terms.delete(jdbc, collection, id);
            }
            Terms.insert(jdbc, collection, id, terms);
            own.touch(collection, writes.shard(), id);
            return version;
        });
    }

    @Override
    public boolean delete(UnitOfWork uow, DocumentType<?> type, String id) {
        SqlUnitOfWork own = SqlUnitOfWork.of(uow);
        String collection = collection(type);
        return own.run(jdbc -> {
            DocumentWrites writes = new DocumentWrites(jdbc, collection, id);
            if (!writes.delete()) {
                return false;
            }
            Terms.delete(jdbc, collection, id);
            own.touch(collection, writes.shard(), id);
            return true;
        });
    }

    @Override
    public <T> Optional<Stored<T>> get(UnitOfWork uow, DocumentType<T> type, String id) {
        return SqlUnitOfWork.of(uow).run(byId(type, id));
    }

    @Override
    public <T> Optional<Stored<T>> get(DocumentType<T> type, String id) {
        return transactions.read(byId(type, id));
    }

    @Override
    public <T> List<Stored<T>> find(UnitOfWork uow, DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        return SqlUnitOfWork.of(uow).run(byTerms(type, anyOf, "", limit));
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, int limit) {
        return find(type, anyOf, "", limit);
    }

    @Override
    public <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit) {
        return transactions.read(byTerms(type, anyOf, afterId, limit));
    }

    @Override
    public <T> List<Stored<T>> page(DocumentType<T> type, String afterId, int limit) {
        return transactions.read(jdbc -> jdbc.query(
                "SELECT id, version, body FROM document WHERE collection = ? AND id > ? AND NOT deleted"
                        + " ORDER BY id LIMIT ?",
                row -> stored(type, row),
                collection(type),
                afterId,
                bounded(limit)));
    }

    @Override
    public long count(DocumentType<?> type) {
        return transactions.read(jdbc -> jdbc.query(
                        "SELECT COUNT(*) FROM document WHERE collection = ? AND NOT deleted",
                        row -> row.getLong(1),
                        collection(type))
                .getFirst());
    }

    @Override
    public Map<Integer, Long> shardVersions(DocumentType<?> type) {
        Map<Integer, Long> versions = new TreeMap<>();
        transactions.read(jdbc -> jdbc.query(
                "SELECT shard, version FROM shard WHERE collection = ?",
                row -> versions.put(row.getInt(1), row.getLong(2)),
                collection(type)));
        return versions;
    }

    /** One statement, so that both numbers are of one snapshot. */
    @Override
    public Map<Integer, ShardState> shardStates(DocumentType<?> type) {
        Map<Integer, ShardState> states = new TreeMap<>();
        transactions.read(jdbc -> jdbc.query(
                SHARD_STATES,
                row -> states.put(row.getInt(1), new ShardState(row.getLong(2), row.getLong(3))),
                collection(type),
                collection(type)));
        return states;
    }

    @Override
    public List<String> collections(String prefix) {
        return transactions.read(jdbc -> jdbc.query(
                "SELECT DISTINCT collection FROM shard WHERE collection >= ? AND collection < ? ORDER BY collection",
                row -> row.getString(1),
                prefix,
                prefix + Character.MAX_VALUE));
    }

    @Override
    public <T> List<Change<T>> changes(DocumentType<T> type, int shard, long afterVersion, int limit) {
        return transactions.read(jdbc -> jdbc.query(
                "SELECT id, shard_version, deleted, body FROM document"
                        + " WHERE collection = ? AND shard = ? AND shard_version > ? ORDER BY shard_version LIMIT ?",
                row -> change(type, row),
                collection(type),
                shard,
                afterVersion,
                bounded(limit)));
    }

    private <T> Function<Jdbc, Optional<Stored<T>>> byId(DocumentType<T> type, String id) {
        return jdbc -> jdbc
                .query(
                        "SELECT id, version, body FROM document WHERE collection = ? AND id = ? AND NOT deleted",
                        row -> stored(type, row),
                        collection(type),
                        id)
                .stream()
                .findFirst();
    }

    private <T> Function<Jdbc, List<Stored<T>>> byTerms(
            DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit) {
        String[] lookups = Terms.lookups(collection(type), anyOf);
        return jdbc -> lookups.length == 0
                ? List.of()
                : jdbc.query(FOUND, row -> stored(type, row), lookups, afterId, bounded(limit), collection(type));
    }

    private <T> Stored<T> stored(DocumentType<T> type, ResultSet row) throws SQLException {
        return new Stored<>(row.getString(1), row.getLong(2), bodies.read(type.valueType(), row.getString(3)));
    }

    private <T> Change<T> change(DocumentType<T> type, ResultSet row) throws SQLException {
        Optional<T> value =
                row.getBoolean(3) ? Optional.empty() : Optional.of(bodies.read(type.valueType(), row.getString(4)));
        return new Change<>(row.getString(1), row.getLong(2), value);
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 0, MAX_RESULTS);
    }

    private static String collection(DocumentType<?> type) {
        if (!type.collection().matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a collection is named by 1 to 64 letters, digits or . _ -");
        }
        return type.collection();
    }

    private static void checkId(String id) {
        if (id.isEmpty() || id.length() > MAX_ID || id.indexOf('\0') >= 0) {
            throw ProblemException.of(ProblemType.INVALID_VALUE, "an id has 1 to " + MAX_ID + " characters");
        }
    }
}
