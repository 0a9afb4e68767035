package org.polyonym.gateway.internal;

import java.time.Duration;

/** Counts the requests that are worked on, and lets no more in once the node is about to stop. Thread-safe. */
final class InFlight {
    private int requests;
    private boolean closed;

    /** False when the node stops; else {@link #leave} has to follow. */
    synchronized boolean enter() {
        if (closed) {
            return false;
        }
        requests++;
        return true;
    }

    synchronized void leave() {
        requests--;
        notifyAll();
    }

    /** Lets nobody in any more. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Returns how many requests are still under way when all have ended or the time is over. */
    synchronized int awaitEmpty(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); requests > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return requests;
    }
}
