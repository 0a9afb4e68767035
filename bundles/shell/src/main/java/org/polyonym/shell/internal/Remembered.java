package org.polyonym.shell.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A value that is costly to compute and may be a little old. Many callers at once have it computed by one of them; the
 * others wait for it, and one that has waited in vain computes for itself. An exception goes to whom it met and is not
 * remembered. Thread-safe.
 *
 * @param <T> the value; never null
 */
final class Remembered<T> {
    /** How long a caller waits for another one's computation. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Taken before the computation, so that a value is never older than it is said to be. */
    private record Seen<T>(T value, long nanos, long forgotten) {}

    private final Supplier<T> source;
    private final long keptNanos;
    private final long patienceNanos;
    private final LongSupplier nanoTime;
    private final ReentrantLock computing = new ReentrantLock();
    /** How often the past was forgotten; what was begun before the last time is not kept. */
    private final AtomicLong forgotten = new AtomicLong();

    private volatile Seen<T> last;

    /**
     * Nothing is computed yet.
     *
     * @param kept for which a value is given again
     * @param nanoTime a clock that never goes back, such as {@link System#nanoTime}
     */
    Remembered(Supplier<T> source, Duration kept, Duration patience, LongSupplier nanoTime) {
        this.source = source;
        this.keptNanos = kept.toNanos();
        this.patienceNanos = patience.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The value, no older than it is kept for. */
    T get() {
        Seen<T> seen = last;
        return isGood(seen) ? seen.value() : computeOnce();
    }

    /** Whatever was computed, or is being computed now, is of the past. */
    void forget() {
        forgotten.incrementAndGet();
    }

    private T computeOnce() {
        boolean mine = false;
        try {
            mine = computing.tryLock(patienceNanos, TimeUnit.NANOSECONDS);
            Seen<T> seen = last;
            return isGood(seen) ? seen.value() : compute();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return compute();
        } finally {
            if (mine) {
                computing.unlock();
            }
        }
    }

    private T compute() {
        long nanos = nanoTime.getAsLong();
        long before = forgotten.get();
        T value = source.get();
        last = new Seen<>(value, nanos, before);
        return value;
    }

    private boolean isGood(Seen<T> seen) {
        return seen != null && seen.forgotten() == forgotten.get() && nanoTime.getAsLong() - seen.nanos() < keptNanos;
    }
}
