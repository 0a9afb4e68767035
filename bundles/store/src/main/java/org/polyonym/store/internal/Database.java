package org.polyonym.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two kinds of database: how to connect, what differs in SQL, and the proof that a commit is on disk. */
enum Database {
    /** Embedded, one node only. */
    H2("SET LOCK_TIMEOUT ", Map.of("key", "VARCHAR(200)", "blob", "BLOB")) {
        @Override
        DataSource dataSource(StoreConfig config) {
            Dsync.register();
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(config.url() + ";DB_CLOSE_ON_EXIT=FALSE");
            source.setUser(config.user());
            source.setPassword(config.password());
            return source;
        }

        @Override
        void shutDown(HikariDataSource pool) {
            try {
                Connection last = pool.getConnection();
                try (Statement statement = last.createStatement()) {
                    statement.execute("SHUTDOWN");
                } finally {
                    pool.evictConnection(last);
                }
            } catch (SQLException e) {
                // What was acknowledged is in the file; the next start will only take longer.
                LOG.warn("the embedded database could not be closed in order: SQLSTATE {}", e.getSQLState());
            }
        }

        @Override
        void checkBefore(StoreConfig config) {
            boolean memory = config.url().startsWith("jdbc:h2:mem:");
            if (memory && !config.allowReset()) {
                throw new IllegalStateException("a volatile store is for tests only; use jdbc:h2:dsync:...");
            }
            if (!memory && !config.url().startsWith("jdbc:h2:dsync:")) {
                throw new IllegalStateException(
                        "commits would not be on disk: the H2 address must begin with jdbc:h2:dsync:");
            }
        }

        @Override
        void checkAfter(Jdbc jdbc, StoreConfig config, long openedBefore) {
            if (config.url().startsWith("jdbc:h2:mem:")) {
                return;
            }
            boolean synchronous = Dsync.opened() > openedBefore
                    && FilePath.get(Dsync.SCHEME + ":x").getClass() == Dsync.class;
            String delay = setting(
                    jdbc, "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'");
            if (!synchronous || !delay.equals("0")) {
                throw new IllegalStateException(
                        "commits would not be on disk: the dsync file system and WRITE_DELAY=0 are not both in effect");
            }
        }
    },

    /** A server, for one node or many. */
    POSTGRESQL("SET lock_timeout = ", Map.of("key", "VARCHAR(200) COLLATE \"C\"", "blob", "BYTEA")) {
        @Override
        DataSource dataSource(StoreConfig config) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(config.url());
            source.setUser(config.user());
            source.setPassword(config.password());
            // The server's detail quotes the offending row.
            source.setLogServerErrorDetail(false);
            // A server that is cut off, and not closed, would otherwise hold a request for ever.
            source.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()));
            source.setSocketTimeout(Math.toIntExact(SOCKET_TIMEOUT.toSeconds()));
            source.setCancelSignalTimeout(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()));
            source.setTcpKeepAlive(true);
            return source;
        }

        @Override
        void shutDown(HikariDataSource pool) {}

        @Override
        void checkBefore(StoreConfig config) {}

        @Override
        void checkAfter(Jdbc jdbc, StoreConfig config, long openedBefore) {
            boolean durable = setting(jdbc, "SHOW fsync").equals("on")
                    && !setting(jdbc, "SHOW synchronous_commit").equals("off");
            if (!durable) {
                throw new IllegalStateException(
                        "commits would not be on disk: the server must have fsync and synchronous_commit on");
            }
        }
    };

    /** Longest wait for a row that another transaction holds. */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);
    /** Longest time of one statement on a server, which then still answers; set beside the lock time-out. */
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    /** Longest silence inside a transaction: a node that hangs, and does not die, would block the others by its locks. */
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    /** Longest silence of a server, longer than any statement may take. */
    static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(40);
    /** Longest time until a server takes a connection. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    /** Longest time until a connection of the pool proves that it is alive. */
    static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(2);
    /** How often an idle connection is tried. */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    /** Longest wait for a connection. */
    static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final String setLockTimeout;
    private final Map<String, String> placeholders;

    Database(String setLockTimeout, Map<String, String> placeholders) {
        this.setLockTimeout = setLockTimeout;
        this.placeholders = placeholders;
    }

    static Database of(StoreConfig config) {
        if (config.url().startsWith("jdbc:h2:")) {
            return H2;
        }
        if (config.url().startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("the address must begin with jdbc:h2:dsync: or jdbc:postgresql:");
    }

    abstract DataSource dataSource(StoreConfig config);

    /**
     * Closes an embedded database on the calling thread. The pool closes its connections on threads that nobody waits for, and
     * a framework that goes on stopping takes the driver's classes away from them.
     */
    abstract void shutDown(HikariDataSource pool);

    /** Refuses an address that cannot be durable. */
    abstract void checkBefore(StoreConfig config);

    /** Refuses an open database that is not durable. */
    abstract void checkAfter(Jdbc jdbc, StoreConfig config, long openedBefore);

    Map<String, String> placeholders() {
        return placeholders;
    }

    HikariDataSource pool(StoreConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("polyonym-store");
        pool.setDataSource(dataSource(config));
        pool.setMaximumPoolSize(config.poolSize());
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        pool.setKeepaliveTime(KEEP_ALIVE.toMillis());
        pool.setConnectionInitSql(initSql());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(pool);
    }

    private String initSql() {
        String locks = setLockTimeout + LOCK_TIMEOUT.toMillis();
        return this == POSTGRESQL
                ? locks + "; SET statement_timeout = " + STATEMENT_TIMEOUT.toMillis()
                        + "; SET idle_in_transaction_session_timeout = " + IDLE_TIMEOUT.toMillis()
                : locks;
    }

    private static String setting(Jdbc jdbc, String sql) {
        return jdbc.query(sql, row -> row.getString(1)).getFirst();
    }
}
