package org.polyonym.perf;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * The addresses of the platform and the rule of its clients: each request goes to the nodes in turn; a node that did not
 * answer is left out for {@value #AVOIDED_MILLIS} ms, and the request is repeated once at the next node. Thread-safe.
 */
final class Nodes {
    static final long AVOIDED_MILLIS = 5_000;

    private final List<URI> addresses;
    private final LongSupplier millis;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLongArray avoidedUntil;

    /** With a clock that counts milliseconds from anywhere. */
    Nodes(List<URI> addresses, LongSupplier millis) {
        this.addresses = List.copyOf(addresses);
        this.millis = millis;
        this.avoidedUntil = new AtomicLongArray(addresses.size());
    }

    int size() {
        return addresses.size();
    }

    URI address(int node) {
        return addresses.get(node);
    }

    /** The node whose turn it is. */
    int next() {
        return after(turn.getAndIncrement() - 1);
    }

    /** The next node after that one which is not avoided; if all are, simply the next. */
    int after(int node) {
        long now = millis.getAsLong();
        for (int step = 1; step <= addresses.size(); step++) {
            int candidate = Math.floorMod(node + step, addresses.size());
            if (avoidedUntil.get(candidate) <= now) {
                return candidate;
            }
        }
        return Math.floorMod(node + 1, addresses.size());
    }

    /** That node did not answer. */
    void didNotAnswer(int node) {
        avoidedUntil.set(node, millis.getAsLong() + AVOIDED_MILLIS);
    }
}
