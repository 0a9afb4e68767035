package org.polyonym.esp.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
import org.polyonym.esp.ConnectorState;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.CaseReference;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when a connector comes into quarantine and out of it, and tells the operators. It works behind the back of who
 * is asking: a store that is away must not hold up a quarantine.
 */
@Component(service = ConductBook.class)
public final class ConductBook {
    private static final Logger LOG = LoggerFactory.getLogger(ConductBook.class);
    private static final Authority OPERATORS = new Authority(AuthorityKind.OPERATIONS, MemberState.of("EU"));
    private static final Caller PORTAL =
            Caller.component("portal-watchdog", Purpose.OPERATIONS, CaseReference.of("CONNECTOR-WATCH"));

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("connector-conduct").factory());

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AuditLog audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Notifications notifications;

    /** Called by the component runtime. */
    @Activate
    public ConductBook() {}

    /** Called by the component runtime. */
    @Deactivate
    void close() {
        writer.shutdown();
    }

    /** Takes note of a change. */
    void write(ConnectorState state, Conduct before, Conduct after) {
        String system = state.system().map(SystemId::text).orElse("unknown");
        LOG.warn(
                "connector {} of {}: {} after {} {}",
                state.bundle(),
                system,
                after.standing(),
                before.standing(),
                after.reason());
        if (after.quarantined()) {
            store("CONNECTOR_QUARANTINED", system, state, after.reason());
        } else if (before.quarantined()) {
            store("CONNECTOR_RECOVERED", system, state, before.reason());
        }
    }

    private void store(String event, String system, ConnectorState state, String reason) {
        try {
            writer.execute(() -> storeNow(event, system, state, reason));
        } catch (RejectedExecutionException e) {
            LOG.warn("{} of {} is not written down: the portal is stopping", event, system);
        }
    }

    private void storeNow(String event, String system, ConnectorState state, String reason) {
        Transactions store = transactions;
        AuditLog log = audit;
        Notifications inboxes = notifications;
        if (store == null || log == null || inboxes == null) {
            LOG.error("{} of {} is not written down: store, audit log or inboxes are away", event, system);
            return;
        }
        try {
            Map<String, String> facts =
                    Map.of("system", system, "bundle", state.bundle(), "version", state.version(), "reason", reason);
            store.inTransaction(uow -> {
                log.append(uow, new AuditEntry(event, PORTAL, List.of(state.bundle()), facts));
                return inboxes.send(uow, OPERATORS, event, List.of(state.bundle()), facts);
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "{} of {} is not written down: {}",
                    event,
                    system,
                    e.getClass().getName());
        }
    }
}
