package org.polyonym.store.internal;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.polyonym.problem.ProblemException;
import org.polyonym.store.UnitOfWork;

/** An open transaction. Used by the thread that opened it and only until its work returns. */
final class SqlUnitOfWork implements UnitOfWork {
    private final Thread owner = Thread.currentThread();
    private final Jdbc jdbc;
    private final ShardCounters touched = new ShardCounters();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Optional<RuntimeException> doom = Optional.empty();
    private boolean open = true;

    SqlUnitOfWork(Connection connection, WriteGate gate) {
        this.jdbc = new Jdbc(connection, gate);
    }

    /** The store's own kind, checked. */
    static SqlUnitOfWork of(UnitOfWork uow) {
        if (!(uow instanceof SqlUnitOfWork own) || !own.open || own.owner != Thread.currentThread()) {
            throw new IllegalStateException("a unit of work is used by its own thread inside its transaction only");
        }
        return own;
    }

    /** Runs statements; a failure dooms the transaction even if the caller swallows it. */
    <T> T run(Function<Jdbc, T> work) {
        try {
            return work.apply(jdbc);
        } catch (StoreFault e) {
            RuntimeException meaning = e.kind() == StoreFault.Kind.RETRY ? e : e.asProblem();
            doom = Optional.of(meaning);
            throw meaning;
        } catch (ProblemException e) {
            doom = Optional.of(e);
            throw e;
        }
    }

    /** Why this transaction must not be committed, if so. */
    Optional<RuntimeException> doom() {
        return doom;
    }

    void touch(String collection, int shard, String id) {
        touched.touch(collection, shard, id);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** Last step before the commit: positions in the change feed. */
    void assignShardVersions() {
        touched.assign(jdbc);
    }

    void end() {
        open = false;
    }
}
