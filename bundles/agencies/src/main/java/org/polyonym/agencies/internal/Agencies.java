package org.polyonym.agencies.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.karaf.features.BootFinished;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.Caller;
import org.polyonym.access.GrantCheck;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorState;
import org.polyonym.grid.Grid;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Transactions;
import org.polyonym.time.LegalClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors of agencies on this node. One change at a time; another one that comes meanwhile waits. Configuration:
 * {@code truststore} and {@code password}, a PKCS12 file of whom signers are trusted by; without it signatures are not asked
 * for. Starts after the boot, so that the framework is at rest.
 */
@Component(service = Agencies.class, configurationPid = "org.polyonym.agencies", immediate = true)
public final class Agencies {
    static final String CHANGED = "connectors-changed";
    static final String RELEASED = "connectors-released";
    private static final Logger LOG = LoggerFactory.getLogger(Agencies.class);

    private final ReentrantLock changing = new ReentrantLock();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("connectors-reconcile").factory());
    private final AuditLog audit;
    private final Fleet fleet;
    private final Reconciler reconciler;
    private final Deployment deployment;
    private final Listing listing;
    private final Optional<String> nodeName;

    private volatile ConnectorDesk desk;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Grid grid;

    /** Starts to make this node run what is wanted. */
    @Activate
    public Agencies(
            BundleContext context,
            Map<String, Object> config,
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference Images images,
            @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock,
            @Reference GrantCheck grantCheck,
            @Reference Grants grants,
            @Reference BootFinished bootFinished) {
        Framework framework = new OsgiFramework(context);
        DesiredState state = new DesiredState(transactions, documents, images, audit, clock);
        this.audit = audit;
        this.nodeName = Optional.ofNullable(context.getProperty("karaf.name"));
        this.fleet = new Fleet(framework, this::desk);
        this.reconciler = new Reconciler(state, fleet, grants, InstantSource.system());
        this.deployment =
                new Deployment(new Planner(framework, grantCheck, signatures(config)), fleet, state, reconciler);
        this.listing = new Listing(framework, fleet, reconciler);
        timer.scheduleWithFixedDelay(this::reconcile, 0, Limits.RECONCILE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Signatures signatures(Map<String, Object> config) {
        Object trustStore = config.get("truststore");
        if (trustStore == null || trustStore.toString().isBlank()) {
            return Signatures.notAsked();
        }
        return Signatures.trusting(
                Path.of(trustStore.toString()),
                String.valueOf(config.getOrDefault("password", "")).toCharArray());
    }

    /** What runs stays and goes on serving; the next start finds it again. */
    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDesk(ConnectorDesk portal) {
        desk = portal;
        fleet.admitAll(portal);
    }

    void unbindDesk(ConnectorDesk portal) {
        if (desk == portal) {
            desk = null;
        }
    }

    private ConnectorDesk desk() {
        return Optional.ofNullable(desk)
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "the search portal is not running"));
    }

    Plan plan(DeployRequest request) {
        return deployment.plan(request);
    }

    Change deploy(Caller caller, DeployRequest request) {
        return change(() -> deployment.deploy(caller, request));
    }

    Change replace(Caller caller, String name, DeployRequest request) {
        return change(() -> deployment.replace(caller, name, request));
    }

    Change undeploy(Caller caller, String name) {
        return change(() -> deployment.undeploy(caller, name));
    }

    private Change change(Callable<Change> work) {
        try {
            if (!changing.tryLock(Limits.DRAIN_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.of(ProblemType.OVERLOADED, "another change of the connectors is under way");
            }
            try {
                return work.call();
            } finally {
                changing.unlock();
                tellOthers(CHANGED, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.causedBy(ProblemType.REQUEST_TIMEOUT, "the change was broken off", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw ProblemException.causedBy(ProblemType.INTERNAL, "the change failed", e);
        }
    }

    /** Makes this node run what is wanted, unless a change is under way that does so itself. */
    void reconcile() {
        if (desk == null || !changing.tryLock()) {
            return;
        }
        try {
            reconciler.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the connectors could not be compared with what is wanted: {}", e.getMessage());
        } finally {
            changing.unlock();
        }
    }

    /** Another node has changed what is wanted. */
    void reconcileSoon() {
        timer.execute(this::reconcile);
    }

    /** Releases the connectors of a bundle from quarantine, on every node. */
    void release(Caller caller, String name) {
        if (list().stream().noneMatch(row -> row.name().equals(name))) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND, "no node runs a connector of this name; GET /v1/connectors has the names");
        }
        audit.append(new AuditEntry("CONNECTOR_RELEASED", caller, List.of(name), Map.of()));
        releaseHere(name);
        tellOthers(RELEASED, name);
    }

    void releaseHere(String name) {
        ConnectorDesk portal = desk();
        portal.connectors().stream()
                .filter(state -> state.bundle().equals(name))
                .map(ConnectorState::bundleId)
                .distinct()
                .forEach(portal::release);
    }

    /** The connectors of every node in sight. */
    List<ConnectorRow> list() {
        return listing.all(Optional.ofNullable(grid), this::listHere);
    }

    /** The connectors of this node. */
    List<ConnectorRow> listHere() {
        Grid now = grid;
        String node = now == null ? nodeName.orElse("node") : now.self().name();
        return listing.here(node, desk().connectors());
    }

    private void tellOthers(String handler, String message) {
        Grid now = grid;
        if (now != null) {
            now.tellOthers(handler, message.getBytes(StandardCharsets.UTF_8));
        }
    }
}
