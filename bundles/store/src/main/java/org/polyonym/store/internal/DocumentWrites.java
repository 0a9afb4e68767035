package org.polyonym.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;

/** Writes one document's row. Versions go on counting over a deletion, so an old version never fits a new document. */
final class DocumentWrites {
    private record Row(long version, boolean deleted) {}

    private final Jdbc jdbc;
    private final String collection;
    private final String id;

    DocumentWrites(Jdbc jdbc, String collection, String id) {
        this.jdbc = jdbc;
        this.collection = collection;
        this.id = id;
    }

    int shard() {
        return shard(id);
    }

    /** Fixed by the id for ever: followers rely on it. What is named together lies together. */
    static int shard(String id) {
        int slash = id.indexOf('/');
        CRC32C hash = new CRC32C();
        hash.update((slash < 0 ? id : id.substring(0, slash)).getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % Documents.SHARDS);
    }

    long create(String body) {
        Optional<Row> tombstone = row();
        if (tombstone.isPresent()) {
            if (!tombstone.get().deleted()) {
                throw conflict();
            }
            return revive(tombstone.get().version(), body);
        }
        jdbc.update(
                "INSERT INTO document (collection, id, shard, shard_version, version, deleted, body)"
                        + " VALUES (?, ?, ?, NULL, 1, FALSE, ?)",
                collection,
                id,
                shard(),
                body);
        return 1;
    }

    long replace(long expectedVersion, String body) {
        int found = jdbc.update(
                "UPDATE document SET version = version + 1, body = ?"
                        + " WHERE collection = ? AND id = ? AND version = ? AND NOT deleted",
                body,
                collection,
                id,
                expectedVersion);
        if (found == 0) {
            throw conflict();
        }
        return expectedVersion + 1;
    }

    boolean delete() {
        return jdbc.update(
                        "UPDATE document SET version = version + 1, deleted = TRUE, body = ''"
                                + " WHERE collection = ? AND id = ? AND NOT deleted",
                        collection,
                        id)
                > 0;
    }

    private long revive(long version, String body) {
        int found = jdbc.update(
                "UPDATE document SET version = version + 1, deleted = FALSE, body = ?"
                        + " WHERE collection = ? AND id = ? AND version = ? AND deleted",
                body,
                collection,
                id,
                version);
        if (found == 0) {
            throw conflict();
        }
        return version + 1;
    }

    private Optional<Row> row() {
        return jdbc
                .query(
                        "SELECT version, deleted FROM document WHERE collection = ? AND id = ?",
                        row -> new Row(row.getLong(1), row.getBoolean(2)),
                        collection,
                        id)
                .stream()
                .findFirst();
    }

    private ProblemException conflict() {
        return ProblemException.of(
                ProblemType.VERSION_CONFLICT, "a document of " + collection + " has another version");
    }
}
