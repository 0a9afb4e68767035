package org.polyonym.store.internal;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes those on this node who wait for a change in the outbox. Thread-safe. */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CopyOnWriteArrayList<Runnable> onEnqueued = new CopyOnWriteArrayList<>();
    private long changes;

    /** Position to wait from; take it before looking at the state. */
    long position() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something has changed since the position, at most that long. */
    void awaitChangeSince(long position, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (changes == position && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    void taskChanged() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void taskEnqueued() {
        taskChanged();
        onEnqueued.forEach(Signals::call);
    }

    AutoCloseable onEnqueued(Runnable wakeUp) {
        // Wrapped, so that the same callback registered twice is closed one by one.
        Runnable entry = wakeUp::run;
        onEnqueued.add(entry);
        return () -> onEnqueued.remove(entry);
    }

    private static void call(Runnable wakeUp) {
        try {
            wakeUp.run();
        } catch (RuntimeException e) {
            LOG.warn("a wake-up call failed with {}", e.getClass().getName());
        }
    }
}
