package org.polyonym.gateway.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are worked on at once, and how many wait for their turn and for how long: a disk that stands still for a
 * moment makes them wait, not fail; what lasts longer is told to the callers. In the order of coming. Thread-safe.
 */
final class Admission {
    private final Semaphore room;
    private final Semaphore turns;
    private final long patienceNanos;

    /**
     * With so many.
     *
     * @param atOnce worked on together
     * @param waiting beside these
     * @param patience how long each waits
     */
    Admission(int atOnce, int waiting, Duration patience) {
        this.room = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
        this.patienceNanos = patience.toNanos();
    }

    /** Lets a request in unless too many wait already; never waits. Who is in has to leave. */
    boolean enter() {
        return room.tryAcquire();
    }

    /** Waits for the turn; false when it does not come in time. Who has had a turn has to end it. */
    boolean awaitTurn() {
        try {
            return turns.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endTurn() {
        turns.release();
    }

    void leave() {
        room.release();
    }
}
