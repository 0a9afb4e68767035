package org.polyonym.store.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Ends the transactions of an embedded store: one at a time, out of reach of interruptions, and with nobody else at work.
 * Keeps the statements of other sessions out while a commit is written. H2 writes a commit map by map, with what other
 * sessions have changed so far. One that is in the middle of a statement may get its row into the file and the note that
 * undoes the row not, and after a kill the row of a transaction that nobody committed would stay. A server keeps a log and
 * needs no gate. Thread-safe; a thread may commit a second transaction while a first is open, but not from inside a commit.
 */
final class WriteGate {
    /**
     * How long a commit waits for running statements, several times what one takes. A statement that takes longer waits for
     * the lock of a row, perhaps of the very transaction that is to be committed, and has changed nothing; all commits wait
     * with this one, so the time is short.
     */
    static final Duration PATIENCE = Duration.ofMillis(5);

    private final boolean needed;
    private final Duration patience;
    /** One commit at a time; waiting for another one takes nothing from a commit's patience. */
    private final Lock commits = new ReentrantLock(true);
    /** Statements share it. Fair: they do not overtake a commit for ever. */
    private final ReadWriteLock statements = new ReentrantReadWriteLock(true);

    WriteGate(boolean needed) {
        this(needed, PATIENCE);
    }

    WriteGate(boolean needed, Duration patience) {
        this.needed = needed;
        this.patience = patience;
    }

    /** Whether commits wait for each other. */
    boolean needed() {
        return needed;
    }

    /** Runs a statement that changes something, beside others. */
    <T> T statement(Supplier<T> work) {
        if (!needed) {
            return work.get();
        }
        statements.readLock().lock();
        try {
            return work.get();
        } finally {
            statements.readLock().unlock();
        }
    }

    /** Runs what takes back a transaction, which H2 writes as it does a commit, beside statements. */
    void rollback(Runnable work) {
        if (needed) {
            Uninterrupted.run(() -> statement(() -> {
                work.run();
                return null;
            }));
        } else {
            work.run();
        }
    }

    /** Runs what commits, alone if it can be. */
    void commit(Runnable work) {
        if (needed) {
            Uninterrupted.run(() -> commitAlone(work));
        } else {
            work.run();
        }
    }

    private void commitAlone(Runnable work) {
        commits.lock();
        boolean alone = alone();
        try {
            work.run();
        } finally {
            if (alone) {
                statements.writeLock().unlock();
            }
            commits.unlock();
        }
    }

    private boolean alone() {
        try {
            return statements.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
