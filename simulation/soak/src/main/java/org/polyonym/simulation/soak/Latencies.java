package org.polyonym.simulation.soak;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times in microseconds, counted from when a request was due, not from when it was sent. Thread-safe. */
final class Latencies {
    private static final double MICROS_PER_MILLI = 1_000;

    private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();

    /** Milliseconds at three ranks, and how many there were. */
    record Summary(int count, double p50, double p99, double max) {}

    void add(long value) {
        micros.add(value);
    }

    Summary summary() {
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Summary(sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double rank) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(rank * sorted.length) - 1;
        return Arrays.stream(sorted, Math.max(0, index), Math.max(0, index) + 1).sum() / MICROS_PER_MILLI;
    }
}
