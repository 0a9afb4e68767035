package org.polyonym.store.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Outbox;
import org.polyonym.store.StoreReset;
import org.polyonym.store.Transactions;

/**
 * The whole store over one database, without OSGi. Tests of other components open
 * {@code SqlStore.open(StoreConfig.memory())}: the same code on an empty volatile database.
 */
public final class SqlStore implements AutoCloseable {
    private final HikariDataSource pool;
    private final Database database;
    private final SqlTransactions transactions;
    private final SqlDocuments documents;
    private final SqlImages images;
    private final SqlOutbox outbox;
    private final Optional<StoreReset> reset;

    private SqlStore(HikariDataSource pool, Database database, StoreConfig config, InstantSource machineTime) {
        Bodies bodies = new Bodies();
        Signals signals = new Signals();
        this.pool = pool;
        this.database = database;
        this.transactions = new SqlTransactions(pool, new WriteGate(database == Database.H2), config.poolSize());
        this.documents = new SqlDocuments(transactions, bodies, new TimeOrderedIds(machineTime));
        this.images = new SqlImages(transactions);
        this.outbox = new SqlOutbox(transactions, bodies, signals, machineTime);
        this.reset = config.allowReset() ? Optional.of(new SqlReset(transactions, signals)) : Optional.empty();
    }

    /** Opens, checks that commits will be on disk, and brings the schema up to date. */
    public static SqlStore open(StoreConfig config) {
        return open(config, InstantSource.system());
    }

    static SqlStore open(StoreConfig config, InstantSource machineTime) {
        Database database = Database.of(config);
        database.checkBefore(config);
        long openedBefore = Dsync.opened();
        HikariDataSource pool = database.pool(config);
        try {
            SqlStore store = new SqlStore(pool, database, config, machineTime);
            store.transactions.read(jdbc -> {
                database.checkAfter(jdbc, config, openedBefore);
                return true;
            });
            Migrations.run(pool, database.placeholders());
            return store;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Asks the database for a sign of life. */
    void ping() {
        transactions.read(jdbc -> jdbc.query("SELECT 1", row -> row.getInt(1)));
    }

    /** A connection beside the pool's use, for what is below the contract. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Transactions. */
    public Transactions transactions() {
        return transactions;
    }

    /** Documents. */
    public Documents documents() {
        return documents;
    }

    /** Images. */
    public Images images() {
        return images;
    }

    /** Tasks. */
    public Outbox outbox() {
        return outbox;
    }

    /** Emptying, where the configuration allows it. */
    public Optional<StoreReset> reset() {
        return reset;
    }

    @Override
    public void close() {
        database.shutDown(pool);
        pool.close();
    }
}
