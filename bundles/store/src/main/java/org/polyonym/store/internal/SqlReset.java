package org.polyonym.store.internal;

import java.util.List;
import org.polyonym.store.Documents;
import org.polyonym.store.StoreReset;

/** Empties the store in one transaction; documents leave their entries in the change feed. */
final class SqlReset implements StoreReset {
    /** Positions of followers stay, because the feed that they point into stays. */
    private static final String LIVE =
            "SELECT collection, shard, id FROM document WHERE NOT deleted AND collection NOT LIKE '"
                    + Documents.FOLLOWER_PREFIX + "%' FOR UPDATE";

    private final SqlTransactions transactions;
    private final Signals signals;

    SqlReset(SqlTransactions transactions, Signals signals) {
        this.transactions = transactions;
        this.signals = signals;
    }

    @Override
    public void eraseEverything() {
        transactions.inTransaction(uow -> {
            SqlUnitOfWork own = SqlUnitOfWork.of(uow);
            return own.run(jdbc -> {
                jdbc.batch(
                        "UPDATE document SET version = version + 1, deleted = TRUE, body = ''"
                                + " WHERE collection = ? AND id = ?",
                        live(jdbc, own));
                jdbc.update("DELETE FROM term");
                jdbc.update("DELETE FROM image");
                return jdbc.update("DELETE FROM task");
            });
        });
        signals.taskChanged();
    }

    /** FOR UPDATE: a document that a running transaction changes is waited for, not overlooked. */
    private static List<Object[]> live(Jdbc jdbc, SqlUnitOfWork uow) {
        return jdbc.query(LIVE, row -> {
            uow.touch(row.getString(1), row.getInt(2), row.getString(3));
            return new Object[] {row.getString(1), row.getString(3)};
        });
    }
}
