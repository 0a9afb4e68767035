package org.polyonym.esp.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every source without waiting for somebody to ask it: calls that do not come back, health, description, threads
 * left behind; tries those that failed. Each source is looked at on a thread of its own, so that none holds up the others.
 */
final class Watchdog implements AutoCloseable {
    /** How often it looks for calls that do not come back. */
    static final Duration TICK = Duration.ofMillis(500);
    /** Ticks between two looks at health and description. */
    private static final int TICKS_PER_LOOK = 2;
    /** Ticks between two counts of threads. */
    private static final int TICKS_PER_COUNT = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Sources sources;
    private final Probe probe;
    private final Set<Source> looking = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("connector-watchdog").factory());
    private long ticks;

    Watchdog(Sources sources, Probe probe) {
        this.sources = sources;
        this.probe = probe;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            ticks++;
            sources.all().forEach(Source::checkOverdue);
            if (ticks % TICKS_PER_LOOK == 0) {
                sources.all().forEach(this::startLook);
            }
            if (ticks % TICKS_PER_COUNT == 0) {
                countThreads();
            }
        } catch (RuntimeException e) {
            LOG.error("the watch over the connectors failed and goes on", e);
        }
    }

    private void startLook(Source source) {
        if (source.described() && !source.conduct().held() && looking.add(source)) {
            ConnectorThread.start(source.platforms(), "look-at-connector", () -> {
                try {
                    look(source);
                } catch (InterruptedException e) {
                    LOG.debug("a look at a connector was interrupted because it did not come back");
                } finally {
                    looking.remove(source);
                }
            });
        }
    }

    /** One look. */
    void look(Source source) throws InterruptedException {
        Conduct before = source.conduct();
        boolean due = QuarantinePolicy.trialDue(before, sources.now()) && !source.stuck();
        if (before.quarantined() && !due) {
            return;
        }
        source.checkDescription();
        boolean healthy = source.checkHealth();
        if (due && !source.conduct().held()) {
            tryAgain(source, before, healthy);
        }
    }

    /** A failed trial is a breach like any other and starts the next back-off; only quarantine is ended by a trial. */
    private void tryAgain(Source source, Conduct before, boolean healthy) throws InterruptedException {
        if (!healthy) {
            // One under suspicion that says it is down is down now, which explains what it was suspected for.
            if (before.quarantined()) {
                source.breach(Breach.LATE, before.reason());
            }
            return;
        }
        Optional<String> failure = probe.failure(source, source.description(0));
        if (failure.isEmpty() && before.quarantined()) {
            source.passedTrial();
        }
    }

    private void countThreads() {
        Map<ClassLoader, Integer> owned = OwnThreads.count();
        for (Source source : sources.all()) {
            int threads =
                    source.loader().map(loader -> owned.getOrDefault(loader, 0)).orElse(0);
            if (threads > OwnThreads.MAX) {
                source.breach(
                        Breach.LEAKED_THREADS,
                        "it has " + threads + " threads running, " + OwnThreads.MAX + " at most");
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
