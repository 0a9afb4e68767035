package org.polyonym.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on a pool of connections. */
final class SqlTransactions implements Transactions {
    /** How often a transaction that lost against another is tried. */
    static final int MAX_ATTEMPTS = 8;
    /** Longest pause before the first repetition; doubles with each. */
    private static final int FIRST_PAUSE_MILLIS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SqlTransactions.class);

    private final DataSource dataSource;
    private final WriteGate gate;
    private final int readAttempts;

    /**
     * Over a pool.
     *
     * @param gate through which all that is written goes
     * @param connections of the pool: after a restart of the server each may be dead, and is thrown away when found so
     */
    SqlTransactions(DataSource dataSource, WriteGate gate, int connections) {
        this.dataSource = dataSource;
        this.gate = gate;
        this.readAttempts = connections + 1;
    }

    @Override
    public boolean oneAtATime() {
        return gate.needed();
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (StoreFault lost) {
                if (lost.kind() != StoreFault.Kind.RETRY || attempt == MAX_ATTEMPTS) {
                    throw lost.asProblem();
                }
                pause(attempt);
            }
        }
    }

    /**
     * Reads outside a transaction; each statement sees what is committed. A read has no effect, so one that meets a dead
     * connection of the pool (the server was restarted less than half a second after the connection's last use) is repeated.
     */
    <T> T read(Function<Jdbc, T> query) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOnce(query);
            } catch (StoreFault fault) {
                if (fault.kind() != StoreFault.Kind.UNAVAILABLE || attempt == readAttempts) {
                    throw fault.asProblem();
                }
            }
        }
    }

    private <T> T readOnce(Function<Jdbc, T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return query.apply(new Jdbc(connection, gate));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private <T> T once(Work<T> work) {
        List<Runnable> afterCommit;
        T result;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            SqlUnitOfWork uow = new SqlUnitOfWork(connection, gate);
            afterCommit = uow.afterCommit();
            boolean committed = false;
            try {
                result = run(work, uow);
                gate.commit(() -> commit(connection, uow));
                committed = true;
            } finally {
                uow.end();
                if (!committed) {
                    gate.rollback(() -> rollback(connection));
                }
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        afterCommit.forEach(SqlTransactions::callQuietly);
        return result;
    }

    private static <T> T run(Work<T> work, SqlUnitOfWork uow) {
        T result;
        try {
            result = work.run(uow);
        } catch (RuntimeException e) {
            // Whatever the caller made of it: a transaction that lost against another is repeated.
            throw uow.doom().filter(StoreFault.class::isInstance).orElse(e);
        }
        if (uow.doom().isPresent()) {
            throw uow.doom().get();
        }
        return result;
    }

    /** The rows of the change feed are locked here and freed here, so that the next commit finds them free. */
    private static void commit(Connection connection, SqlUnitOfWork uow) {
        boolean committed = false;
        try {
            uow.assignShardVersions();
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            if (!committed) {
                rollback(connection);
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone and with it the transaction; the first error is the one that matters.
            LOG.debug("rollback failed with SQLSTATE {}", e.getSQLState());
        }
    }

    private static void callQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("an action after a commit failed with {}", e.getClass().getName());
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(1 + ThreadLocalRandom.current().nextLong((long) FIRST_PAUSE_MILLIS << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.causedBy(ProblemType.STORE_UNAVAILABLE, "the transaction was interrupted", e);
        }
    }
}
