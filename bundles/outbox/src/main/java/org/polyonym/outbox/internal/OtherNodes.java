package org.polyonym.outbox.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.polyonym.grid.Grid;

/**
 * Tells the other nodes that there is work. Not for every commit: under load they look again anyway before a message could
 * reach them, and one that is left out costs them at most their own poll. Thread-safe.
 */
final class OtherNodes {
    /** Shortest time between two messages. */
    static final Duration PAUSE = Duration.ofMillis(20);

    private final Grid grid;
    private final String handler;
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime() - PAUSE.toNanos());

    OtherNodes(Grid grid, String handler) {
        this.grid = grid;
        this.handler = handler;
    }

    void tell() {
        long last = lastNanos.get();
        long now = System.nanoTime();
        if (now - last >= PAUSE.toNanos() && lastNanos.compareAndSet(last, now)) {
            grid.tellOthers(handler, new byte[0]);
        }
    }
}
