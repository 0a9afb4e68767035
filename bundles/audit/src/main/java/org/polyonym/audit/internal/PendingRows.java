package org.polyonym.audit.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polyonym.audit.internal.AuditCollections.Row;
import org.polyonym.store.Change;
import org.polyonym.store.Documents;

/**
 * Rows without a place, in the order of the log. Ids rise with machine time, so rows are ordered by id; where a shard has
 * more than one page, rows younger than what was read of it wait for the next step.
 *
 * @param rowIds oldest first
 * @param positions shard to the version up to which this step takes it
 */
record PendingRows(List<String> rowIds, Map<Integer, Long> positions) {
    /** Changes read of one shard in one step. */
    static final int PAGE = 200;

    /** Reads what lies between the cursor and the goal. */
    static PendingRows read(Documents documents, Map<Integer, Long> from, Map<Integer, Long> goal) {
        Map<Integer, List<Change<Row>>> read = new TreeMap<>();
        Optional<String> horizon = Optional.empty();
        for (Map.Entry<Integer, Long> shard : goal.entrySet()) {
            long after = from.getOrDefault(shard.getKey(), 0L);
            if (after >= shard.getValue()) {
                continue;
            }
            List<Change<Row>> page = documents.changes(AuditCollections.ROWS, shard.getKey(), after, PAGE);
            read.put(shard.getKey(), page);
            if (page.size() == PAGE) {
                horizon = Optional.of(earlier(horizon, page));
            }
        }
        return upTo(horizon, read, goal);
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    private static String earlier(Optional<String> horizon, List<Change<Row>> page) {
        String last = Collections.max(page.stream().map(Change::id).toList());
        return horizon.filter(h -> h.compareTo(last) < 0).orElse(last);
    }

    private static PendingRows upTo(
            Optional<String> horizon, Map<Integer, List<Change<Row>>> read, Map<Integer, Long> goal) {
        List<String> rowIds = new ArrayList<>();
        Map<Integer, Long> positions = new TreeMap<>();
        read.forEach((shard, page) -> {
            for (Change<Row> change : page) {
                boolean later =
                        horizon.filter(h -> change.id().compareTo(h) > 0).isPresent();
                if (later || change.shardVersion() > goal.get(shard)) {
                    return;
                }
                // An erased row (only the reset of a test does that) has no place.
                change.value().ifPresent(row -> rowIds.add(change.id()));
                positions.put(shard, change.shardVersion());
            }
            if (page.size() < PAGE) {
                positions.put(shard, goal.get(shard));
            }
        });
        Collections.sort(rowIds);
        return new PendingRows(List.copyOf(rowIds), Map.copyOf(positions));
    }
}
