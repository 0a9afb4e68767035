package org.polyonym.store.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives the documents that a transaction wrote their places in the change feed. It does so as the last thing before the
 * commit and in the order of the shards: the counters' row locks are held briefly and cannot deadlock, and because they
 * are held until the commit, numbers have no gaps and become visible in their order.
 */
final class ShardCounters {
    private record Shard(String collection, int number) {}

    private final Map<Shard, Set<String>> documents =
            new TreeMap<>(Comparator.comparing(Shard::collection).thenComparingInt(Shard::number));

    void touch(String collection, int shard, String id) {
        documents
                .computeIfAbsent(new Shard(collection, shard), s -> new LinkedHashSet<>())
                .add(id);
    }

    void assign(Jdbc jdbc) {
        documents.forEach((shard, ids) -> assign(jdbc, shard, ids));
    }

    private static void assign(Jdbc jdbc, Shard shard, Set<String> ids) {
        long next = advance(jdbc, shard, ids.size()) - ids.size();
        List<Object[]> rows = new ArrayList<>();
        for (String id : ids) {
            next++;
            rows.add(new Object[] {next, shard.collection(), id});
        }
        jdbc.batch("UPDATE document SET shard_version = ? WHERE collection = ? AND id = ?", rows);
    }

    private static long advance(Jdbc jdbc, Shard shard, int by) {
        int found = jdbc.update(
                "UPDATE shard SET version = version + ? WHERE collection = ? AND shard = ?",
                by,
                shard.collection(),
                shard.number());
        if (found == 0) {
            create(jdbc, shard, by);
            return by;
        }
        return jdbc.query(
                        "SELECT version FROM shard WHERE collection = ? AND shard = ?",
                        row -> row.getLong(1),
                        shard.collection(),
                        shard.number())
                .getFirst();
    }

    /** Of two first writers of a shard one meets the primary key; its transaction is to be repeated. */
    private static void create(Jdbc jdbc, Shard shard, long version) {
        try {
            jdbc.update(
                    "INSERT INTO shard (collection, shard, version) VALUES (?, ?, ?)",
                    shard.collection(),
                    shard.number(),
                    version);
        } catch (StoreFault e) {
            throw e.kind() == StoreFault.Kind.DUPLICATE ? e.as(StoreFault.Kind.RETRY) : e;
        }
    }
}
