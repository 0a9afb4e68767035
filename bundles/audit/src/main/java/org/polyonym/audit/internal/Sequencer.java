package org.polyonym.audit.internal;

import static org.polyonym.audit.internal.AuditCollections.CURSOR;
import static org.polyonym.audit.internal.AuditCollections.CURSOR_ID;
import static org.polyonym.audit.internal.AuditCollections.PLACES;
import static org.polyonym.audit.internal.AuditCollections.ROWS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polyonym.audit.internal.AuditCollections.Cursor;
import org.polyonym.audit.internal.AuditCollections.Place;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;

/**
 * Gives stored rows their place in the log. Business transactions only insert rows, so the log's order costs them no lock;
 * this class follows the change feed behind them. A row that was on disk before another one was begun comes first; of two
 * rows that two nodes wrote within the difference of their clocks either may. Any number of nodes may run it: the version of
 * the cursor lets one of them win.
 */
final class Sequencer {
    private final Transactions transactions;
    private final Documents documents;

    Sequencer(Transactions transactions, Documents documents) {
        this.transactions = transactions;
        this.documents = documents;
    }

    /** Returns when every row that was stored before the call has its place. */
    synchronized void catchUp() {
        Map<Integer, Long> goal = documents.shardVersions(ROWS);
        boolean behind = true;
        while (behind) {
            behind = step(goal);
        }
    }

    /** How many stored rows have no place yet. */
    long behind() {
        Map<Integer, Long> placed =
                documents.get(CURSOR, CURSOR_ID).map(s -> s.value().shards()).orElse(Map.of());
        return documents.shardVersions(ROWS).entrySet().stream()
                .mapToLong(shard -> Math.max(0, shard.getValue() - placed.getOrDefault(shard.getKey(), 0L)))
                .sum();
    }

    /** One step towards the goal; returns whether more remains. */
    private boolean step(Map<Integer, Long> goal) {
        Optional<Stored<Cursor>> stored = documents.get(CURSOR, CURSOR_ID);
        Cursor cursor = stored.map(Stored::value).orElse(new Cursor(0, Map.of()));
        PendingRows pending = PendingRows.read(documents, cursor.shards(), goal);
        if (pending.isEmpty()) {
            return false;
        }
        try {
            give(stored.map(Stored::version).orElse(0L), cursor, pending);
        } catch (ProblemException e) {
            // Another node was faster; its work is seen in the next step.
            if (e.type() != ProblemType.VERSION_CONFLICT) {
                throw e;
            }
        }
        return true;
    }

    private void give(long cursorVersion, Cursor cursor, PendingRows pending) {
        Map<Integer, Long> shards = new TreeMap<>(cursor.shards());
        shards.putAll(pending.positions());
        List<String> rowIds = new ArrayList<>(pending.rowIds());
        transactions.inTransaction(uow -> {
            long sequence = cursor.sequence();
            for (String rowId : rowIds) {
                sequence++;
                documents.put(uow, PLACES, AuditCollections.placeId(sequence), 0, new Place(rowId), List.of());
            }
            return documents.put(uow, CURSOR, CURSOR_ID, cursorVersion, new Cursor(sequence, shards), List.of());
        });
    }
}
