package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.polyonym.connector.Connector;
import org.polyonym.connector.Description;
import org.polyonym.connector.Health;
import org.polyonym.connector.Limits;
import org.polyonym.model.SystemId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registered connector as the portal treats it: described once, on a thread of its own (once more if that failed and an
 * operator has released it), asked by no more callers at once than it says it can bear, and not at all while it is in
 * quarantine. Thread-safe.
 */
final class Source {
    /** Most calls at once that a connector may claim to bear. */
    static final int MAX_CONCURRENT = 256;
    /** Time for a health, by its contract. */
    static final Duration HEALTH_LIMIT = Duration.ofSeconds(1);
    /** Time for a description, by its contract. */
    static final Duration DESCRIBE_LIMIT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Source.class);
    /** Pause between two attempts to start its component. */
    private static final Duration START_AGAIN = Duration.ofMillis(500);

    private final Handle handle;
    private final InstantSource machineTime;
    private final ConductChanges changes;
    private final boolean platforms;
    private final CompletableFuture<Connector> connector = new CompletableFuture<>();
    private final Set<InnerCall> inside = ConcurrentHashMap.newKeySet();
    private volatile CompletableFuture<Described> described = new CompletableFuture<>();
    private Conduct conduct;
    private boolean retired;

    /** What it says of itself, and the call slots that follow from it. */
    private record Described(Description description, Semaphore permits) {
        static Described of(Description description) {
            return new Described(description, new Semaphore(description.limits().maxConcurrent()));
        }
    }

    private Source(Handle handle, InstantSource machineTime, ConductChanges changes, boolean platforms) {
        this.handle = handle;
        this.platforms = platforms;
        this.machineTime = machineTime;
        this.changes = changes;
        this.conduct = Conduct.unknown(machineTime.instant());
    }

    /**
     * Starts to describe the connector; returns at once, however long the connector takes.
     *
     * @param platforms whether it is the platform's own: it shares store and processor with the portal, so that its lateness
     *     is overload, and a quarantine would make an outage of it
     */
    static Source of(Handle handle, InstantSource machineTime, ConductChanges changes, boolean platforms) {
        Source source = new Source(handle, machineTime, changes, platforms);
        source.startDescribing(source.described);
        return source;
    }

    private void startDescribing(CompletableFuture<Described> attempt) {
        ConnectorThread.start(platforms, "describe-connector", () -> describe(attempt));
    }

    /** The connector; only for what has its description already. */
    Connector connector() {
        return connector.join();
    }

    /** The class loader of the connector's bundle. */
    Optional<ClassLoader> loader() {
        return handle.loader();
    }

    /** The system that the connector names, once it has. */
    Optional<SystemId> system() {
        return described() ? Optional.of(described.join().description().system()) : Optional.empty();
    }

    boolean described() {
        CompletableFuture<Described> attempt = described;
        return attempt.isDone() && !attempt.isCompletedExceptionally();
    }

    Description description(long waitMillis) throws InterruptedException {
        try {
            return described.get(waitMillis, TimeUnit.MILLISECONDS).description();
        } catch (ExecutionException | TimeoutException e) {
            throw ConnectorFault.blameless("the connector does not describe itself");
        }
    }

    synchronized Conduct conduct() {
        return conduct;
    }

    /** Whether it is the platform's own. */
    boolean platforms() {
        return platforms;
    }

    /** How many calls are inside. */
    int inside() {
        return inside.size();
    }

    /** It came to its end: nobody goes in any more, also who has it in hand already. */
    synchronized void retire() {
        retired = true;
    }

    synchronized boolean retired() {
        return retired;
    }

    /** Frees what was taken to get the connector. */
    void dispose() {
        retire();
        handle.release();
    }

    /** Why it is not asked now; empty when it may be. */
    Optional<String> barred() {
        Conduct now = conduct();
        return switch (now.standing()) {
            case GOOD, SUSPECT -> Optional.empty();
            case QUARANTINED -> Optional.of("in quarantine: " + now.reason());
            // Its health decides on the spot, so that the first query after the recovery is answered already.
            case DOWN -> checkHealth() ? Optional.empty() : Optional.of("its system is down: " + now.reason());
        };
    }

    /** Runs a search inside the connector; refuses when it is retired or all its call slots are in use. */
    void search(Instant deadline, Callable<Void> code) throws Exception {
        Semaphore slots = described.join().permits();
        if (!slots.tryAcquire()) {
            throw ConnectorFault.blameless("the connector is busy with as many searches as it can bear");
        }
        try {
            run(InnerCall.of(InnerCall.Kind.SEARCH, deadline), code);
        } finally {
            slots.release();
        }
    }

    /** Asks for its health on this thread and takes note of it; whether it says that it is available. */
    boolean checkHealth() {
        Instant deadline = machineTime.instant().plus(HEALTH_LIMIT);
        try {
            Health health = run(
                    InnerCall.of(InnerCall.Kind.HEALTH, deadline),
                    () -> connector().health());
            String reason = Optional.ofNullable(health.reason()).orElse("no reason given");
            change(c -> QuarantinePolicy.afterHealth(c, health.available(), Words.shorten(reason), now()));
            return health.available();
        } catch (Retired e) {
            return false;
        } catch (Throwable foreign) { // code of anybody
            breach(
                    Faults.of(foreign),
                    "its health failed with " + foreign.getClass().getName());
            return false;
        }
    }

    /** Describes itself again; another description than the first is a breach. */
    void checkDescription() {
        Instant deadline = machineTime.instant().plus(DESCRIBE_LIMIT);
        try {
            Description again = run(
                    InnerCall.of(InnerCall.Kind.DESCRIBE, deadline),
                    () -> connector().describe());
            if (!described.join().description().equals(again)) {
                breach(Breach.WRONG_DESCRIPTION, "it describes itself in another way than before");
            }
        } catch (Retired e) {
            return;
        } catch (Throwable foreign) { // code of anybody
            breach(
                    Faults.of(foreign),
                    "its description failed with " + foreign.getClass().getName());
        }
    }

    /** Looks at the calls inside: who is overdue is interrupted, and that is a breach. */
    void checkOverdue() {
        Instant now = now();
        inside.stream()
                .filter(call -> call.overdue(now) && call.told().compareAndSet(false, true))
                .forEach(call -> {
                    breach(call.kind().breach(), call.kind().words());
                    call.thread().interrupt();
                });
    }

    /** Whether a call is inside that should have returned. */
    boolean stuck() {
        Instant now = now();
        return inside.stream().anyMatch(call -> call.overdue(now));
    }

    void breach(Breach breach, String reason) {
        if (platforms && breach.ofTime()) {
            return;
        }
        change(c -> QuarantinePolicy.after(c, breach, reason, now()));
    }

    void answeredWell() {
        change(c -> QuarantinePolicy.afterGoodAnswer(c, now()));
    }

    void passedTrial() {
        change(c -> QuarantinePolicy.afterTrial(c, now()));
    }

    /** Ends the quarantine; who has failed to describe itself, because it was interrupted for instance, does so again. */
    void release() {
        // First, so that another failure of the description counts.
        change(c -> QuarantinePolicy.afterRelease(now()));
        CompletableFuture<Described> attempt = new CompletableFuture<>();
        synchronized (this) {
            if (retired || !described.isCompletedExceptionally()) {
                return;
            }
            described = attempt;
        }
        startDescribing(attempt);
    }

    private void change(UnaryOperator<Conduct> decision) {
        Conduct before;
        Conduct after;
        synchronized (this) {
            before = conduct;
            after = decision.apply(before);
            conduct = after;
        }
        if (before.standing() != after.standing()) {
            changes.changed(this, before, after);
        }
    }

    private Instant now() {
        return machineTime.instant();
    }

    private <T> T run(InnerCall call, Callable<T> code) throws Exception {
        inside.add(call);
        try {
            // After the entry in the list: who retires this source and finds the list empty knows that nobody comes.
            if (retired()) {
                throw new Retired();
            }
            return Guard.call(loader(), code);
        } finally {
            inside.remove(call);
        }
    }

    private void describe(CompletableFuture<Described> attempt) {
        InnerCall call = InnerCall.of(InnerCall.Kind.DESCRIBE, now().plus(DESCRIBE_LIMIT));
        inside.add(call);
        try {
            Optional<Connector> started = start();
            if (started.isPresent()) {
                connector.complete(started.get());
                attempt.complete(Described.of(checked(Guard.call(loader(), started.get()::describe))));
                passedTrial();
            }
        } catch (Throwable foreign) { // a bundle of anybody: a linkage error must not stay unnoticed either
            attempt.completeExceptionally(foreign);
            breach(
                    Breach.WRONG_DESCRIPTION,
                    foreign instanceof ConnectorFault
                            ? foreign.getMessage()
                            : "its description failed with "
                                    + foreign.getClass().getName());
        } finally {
            inside.remove(call);
        }
    }

    /** Its component may need a while until it can be started; empty when it has gone meanwhile. */
    private Optional<Connector> start() throws Exception {
        while (!retired()) {
            if (connector.isDone()) {
                return Optional.of(connector.join());
            }
            Optional<Connector> started = Optional.ofNullable(Guard.call(loader(), handle::get));
            if (started.isPresent()) {
                return started;
            }
            try {
                Thread.sleep(START_AGAIN);
            } catch (InterruptedException e) {
                // It was found overdue; that changes nothing for the next attempt.
                LOG.debug("a connector is still not there");
            }
        }
        return Optional.empty();
    }

    private static Description checked(Description described) {
        Limits limits = described == null ? null : described.limits();
        boolean whole = limits != null
                && described.system() != null
                && limits.timeout() != null
                && limits.timeout().isPositive()
                && limits.maxItems() > 0
                && limits.maxConcurrent() > 0
                && limits.maxConcurrent() <= MAX_CONCURRENT;
        if (!whole) {
            throw ConnectorFault.of(
                    Breach.WRONG_DESCRIPTION, "the connector describes itself without its mandatory parts");
        }
        return described;
    }

    /** The source was retired between being found and being entered: its successor is to be asked. */
    static final class Retired extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Retired() {
            super("retired", null, false, false);
        }
    }
}
