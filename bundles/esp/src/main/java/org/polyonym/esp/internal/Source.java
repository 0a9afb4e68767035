package org.polyonym.esp.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polyonym.connector.Connector;
import org.polyonym.connector.Description;
import org.polyonym.connector.Limits;
import org.polyonym.model.SystemId;

/**
 * A registered connector as the portal treats it: described once, on a thread of its own, and asked by no more callers at
 * once than it says it can bear. Thread-safe.
 */
final class Source {
    /** Most calls at once that a connector may claim to bear. */
    static final int MAX_CONCURRENT = 256;

    private final Connector connector;
    private final CompletableFuture<Description> description = new CompletableFuture<>();
    private final CompletableFuture<Semaphore> permits;

    private Source(Connector connector) {
        this.connector = connector;
        this.permits = description.thenApply(d -> new Semaphore(d.limits().maxConcurrent()));
    }

    /** Starts to describe the connector; returns at once, however long the connector takes. */
    static Source of(Connector connector) {
        Source source = new Source(connector);
        Thread.ofVirtual().name("describe-connector").start(source::describe);
        return source;
    }

    Connector connector() {
        return connector;
    }

    /** The system that the connector names, once it has. */
    Optional<SystemId> system() {
        return description.isDone() && !description.isCompletedExceptionally()
                ? Optional.of(description.join().system())
                : Optional.empty();
    }

    Description description(long waitMillis) throws InterruptedException {
        try {
            return description.get(waitMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ConnectorFault("the connector does not describe itself");
        }
    }

    /** Takes one of the connector's call slots; false when all are in use. */
    boolean enter() {
        return permits.join().tryAcquire();
    }

    void leave() {
        permits.join().release();
    }

    private void describe() {
        try {
            description.complete(checked(connector.describe()));
        } catch (Throwable foreign) { // a bundle of anybody: a linkage error must not stay unnoticed either
            description.completeExceptionally(foreign);
        }
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
            throw new ConnectorFault("the connector describes itself without its mandatory parts");
        }
        return described;
    }
}
