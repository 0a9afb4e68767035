package org.polyonym.store.internal;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Moves documents whose id has a {@code /} to the shard of the part before it; they were spread by the whole id. Those
 * collections get new places in the change feed. That is safe because nobody remembers a place in them: galleries are read
 * anew at each start, and the audit log, whose follower does remember, has no such ids. The name is Flyway's form.
 */
final class V2__Documents_named_together_lie_together extends BaseJavaMigration {
    @Override
    public void migrate(Context context) {
        move(context.getConnection());
    }

    static void move(Connection connection) {
        Jdbc jdbc = new Jdbc(connection, new WriteGate(false));
        for (String collection : new TreeSet<>(
                jdbc.query("SELECT DISTINCT collection FROM document WHERE id LIKE '%/%'", row -> row.getString(1)))) {
            move(jdbc, collection);
        }
    }

    private static void move(Jdbc jdbc, String collection) {
        List<String> ids = jdbc.query(
                "SELECT id FROM document WHERE collection = ? ORDER BY shard, shard_version",
                row -> row.getString(1),
                collection);
        jdbc.update("UPDATE document SET shard_version = NULL WHERE collection = ?", collection);
        jdbc.update("DELETE FROM shard WHERE collection = ?", collection);
        Map<Integer, Long> versions = new TreeMap<>();
        List<Object[]> places = new ArrayList<>();
        for (String id : ids) {
            int shard = DocumentWrites.shard(id);
            places.add(new Object[] {shard, versions.merge(shard, 1L, Long::sum), collection, id});
        }
        jdbc.batch("UPDATE document SET shard = ?, shard_version = ? WHERE collection = ? AND id = ?", places);
        jdbc.batch(
                "INSERT INTO shard (collection, shard, version) VALUES (?, ?, ?)",
                versions.entrySet().stream()
                        .map(e -> new Object[] {collection, e.getKey(), e.getValue()})
                        .toList());
    }
}
