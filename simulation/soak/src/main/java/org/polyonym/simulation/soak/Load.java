package org.polyonym.simulation.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.polyonym.simulation.harness.HarnessException;

/**
 * Sends requests at a fixed rate whether or not earlier ones have been answered (open model), each on a virtual thread, in
 * turn of the kinds. Thread-safe.
 */
final class Load implements AutoCloseable {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int FAILURES_KEPT = 50;
    private static final Duration POLL = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Kind> kinds;
    private final int perSecond;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Latencies> latencies = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile Thread pacer;

    /**
     * A kind of request.
     *
     * @param name for the report
     * @param request does it; throws with the reason when the answer is not what it must be
     */
    record Kind(String name, Runnable request) {}

    Load(List<Kind> kinds, int perSecond) {
        this.kinds = List.copyOf(kinds);
        this.perSecond = perSecond;
    }

    /** Starts, also again after a rest. */
    void start() {
        running = true;
        pacer = Thread.ofPlatform().daemon().name("pacer").start(this::pace);
    }

    private void pace() {
        long began = System.nanoTime();
        for (long i = 0; running; i++) {
            long due = began + i * NANOS_PER_SECOND / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            fire(kinds.get((int) (i % kinds.size())), due);
        }
    }

    /** Sends several at once, beside the pace. */
    void burst(int count) {
        for (int i = 0; i < count; i++) {
            fire(kinds.get(i % kinds.size()), System.nanoTime());
        }
    }

    private void fire(Kind kind, long due) {
        sent.incrementAndGet();
        inFlight.incrementAndGet();
        threads.execute(() -> {
            try {
                kind.request().run();
                latencies
                        .computeIfAbsent(kind.name(), n -> new Latencies())
                        .add((System.nanoTime() - due) / NANOS_PER_MICRO);
            } catch (RuntimeException e) {
                failed.incrementAndGet();
                if (failures.size() < FAILURES_KEPT) {
                    failures.add(kind.name() + ": " + e.getMessage());
                }
            } finally {
                inFlight.decrementAndGet();
            }
        });
    }

    int inFlight() {
        return inFlight.get();
    }

    long sent() {
        return sent.get();
    }

    long failed() {
        return failed.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** By kind. */
    Map<String, Latencies.Summary> summaries() {
        Map<String, Latencies.Summary> all = new TreeMap<>();
        latencies.forEach((kind, times) -> all.put(kind, times.summary()));
        return all;
    }

    /** Stops sending and waits for every answer. */
    void rest() {
        running = false;
        try {
            pacer.join();
            while (inFlight.get() > 0) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    /** The same for good. */
    @Override
    public void close() {
        rest();
        threads.close();
    }
}
