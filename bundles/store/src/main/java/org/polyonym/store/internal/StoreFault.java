package org.polyonym.store.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * A database error by what it means for the caller. Messages of drivers quote column values, which may be personal data, so
 * only state and vendor code are kept.
 */
final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What follows from an error. */
    enum Kind {
        /** The transaction may succeed when repeated. */
        RETRY,
        /** A unique index refused. */
        DUPLICATE,
        /** The database cannot be reached or cannot work; another connection may be better. */
        UNAVAILABLE,
        /** No connection could be had in time: there is none to repeat it on. */
        UNREACHABLE,
        /** Anything else: a fault of ours. */
        FAULT
    }

    /** Serialisation failure, deadlock, lock timeout (SQL standard, PostgreSQL, H2). */
    private static final Set<String> RETRY_STATES = Set.of("40001", "40P01", "55P03", "HYT00");
    /** A statement that took too long; a server that is a standby and not, or not yet, the one that writes. */
    private static final Set<String> UNAVAILABLE_STATES = Set.of("57014", "25006");
    /** H2: row changed by another transaction. */
    private static final int H2_CONCURRENT_UPDATE = 90131;
    /** H2: database closed, connection broken, database closed by the shutdown hook, I/O, file corrupt or locked. */
    private static final Set<Integer> H2_UNAVAILABLE = Set.of(90098, 90067, 90121, 90031, 90028, 90030, 90020, 90135);

    private final Kind kind;

    private StoreFault(Kind kind, String message, StackTraceElement[] trace) {
        super(message);
        this.kind = kind;
        setStackTrace(trace);
    }

    static StoreFault of(SQLException e) {
        return new StoreFault(
                kind(e), "SQLSTATE " + e.getSQLState() + ", vendor code " + e.getErrorCode(), e.getStackTrace());
    }

    /** The same error where it means something else. */
    StoreFault as(Kind other) {
        return new StoreFault(other, getMessage(), getStackTrace());
    }

    Kind kind() {
        return kind;
    }

    /** The problem that leaves the store. */
    ProblemException asProblem() {
        return switch (kind) {
            case DUPLICATE ->
                ProblemException.causedBy(ProblemType.VERSION_CONFLICT, "a unique value is already taken", this);
            case RETRY ->
                ProblemException.causedBy(ProblemType.STORE_UNAVAILABLE, "too many transactions compete", this);
            case UNAVAILABLE, UNREACHABLE ->
                ProblemException.causedBy(ProblemType.STORE_UNAVAILABLE, "the database does not answer", this);
            case FAULT -> ProblemException.causedBy(ProblemType.INTERNAL, "the database refused a statement", this);
        };
    }

    private static Kind kind(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (RETRY_STATES.contains(state) || e.getErrorCode() == H2_CONCURRENT_UPDATE) {
            return Kind.RETRY;
        }
        if (state.equals("23505")) {
            return Kind.DUPLICATE;
        }
        if (e instanceof SQLTransientConnectionException) {
            return Kind.UNREACHABLE;
        }
        // 08 connection, 53 resources (disk, memory, connections), 57P operator intervention.
        // No state: the pool itself, closed or exhausted.
        boolean unavailable = state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || UNAVAILABLE_STATES.contains(state)
                || H2_UNAVAILABLE.contains(e.getErrorCode());
        return unavailable ? Kind.UNAVAILABLE : Kind.FAULT;
    }
}
