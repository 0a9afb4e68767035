package org.polyonym.notification.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.esp.PortalSearch;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.notification.Broadcasts;
import org.polyonym.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all users when the search portal has been away for a while, and when it is back (IO 11(1)). A portal that was never
 * there is not missed: the platform is starting.
 */
@Component(service = PortalWatch.class, immediate = true)
public final class PortalWatch {
    /** Absence that is told; a replacement by another version is shorter. */
    static final Duration NOTICED_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(PortalWatch.class);
    private static final Caller WATCH =
            Caller.component("portal-watch", Purpose.OPERATIONS, CaseReference.of("PORTAL-OUTAGE"));

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("portal-watch").factory());
    private final Transactions transactions;
    private final AuditLog audit;
    private final Broadcasts broadcasts;
    private final AtomicReference<PortalSearch> portal = new AtomicReference<>();
    private volatile long lastSeenNanos;
    /** Whether an outage was told that is not over; used by the timer's thread alone. */
    private boolean told;

    /** Wires the contracts. */
    @Activate
    public PortalWatch(
            @Reference Transactions transactions, @Reference AuditLog audit, @Reference Broadcasts broadcasts) {
        this.transactions = transactions;
        this.audit = audit;
        this.broadcasts = broadcasts;
    }

    /** Called by the component runtime. */
    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPortal(PortalSearch service) {
        portal.set(service);
        timer.execute(this::look);
    }

    void unbindPortal(PortalSearch service) {
        lastSeenNanos = System.nanoTime();
        if (portal.compareAndSet(service, null) && !timer.isShutdown()) {
            timer.schedule(this::look, NOTICED_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A look that an arrival caused may come late, while the portal is away for a moment again: that is no outage yet. */
    private void look() {
        boolean there = portal.get() != null;
        boolean missed = !there && System.nanoTime() - lastSeenNanos >= NOTICED_AFTER.toNanos();
        if (there && told) {
            told = !tell("PORTAL_RECOVERED");
        } else if (missed && !told) {
            told = tell("PORTAL_OUTAGE");
        }
    }

    private boolean tell(String event) {
        try {
            transactions.inTransaction(uow -> {
                audit.append(uow, new AuditEntry(event, WATCH, List.of(), Map.of()));
                return broadcasts.sendToAll(uow, event, List.of(), Map.of());
            });
            return true;
        } catch (RuntimeException e) {
            LOG.error("{} could not be told: {}", event, e.getClass().getName());
            return false;
        }
    }
}
