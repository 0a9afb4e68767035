package org.polyonym.store.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDs of version 7 (RFC 9562, 5.7 and 6.2 method 3): machine time first, strictly rising on this node. Thread-safe. */
final class TimeOrderedIds {
    /** Sub-millisecond steps, 12 bits as the standard has them. */
    private static final int COUNTER_BITS = 12;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource machineTime;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    TimeOrderedIds(InstantSource machineTime) {
        this.machineTime = machineTime;
    }

    String next() {
        long now = machineTime.millis() << COUNTER_BITS;
        // A clock that stands or goes back does not matter: the counter then runs ahead of it.
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long time = tick >>> COUNTER_BITS;
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        return new UUID(time << 16 | VERSION_7 | counter, VARIANT | (random.nextLong() & RANDOM_BITS)).toString();
    }
}
