package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ProbeReport;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors of agencies that this node runs. A new one comes up beside the old and is probed; then calls go to it, those
 * inside the old one end, and the old one is removed. Used by one thread at a time; reading is thread-safe.
 */
final class Fleet {
    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    private final Framework framework;
    private final Supplier<ConnectorDesk> desk;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Set<Long> leaving = ConcurrentHashMap.newKeySet();

    /** The desk is looked up for each use; looking fails while the portal is not there. */
    Fleet(Framework framework, Supplier<ConnectorDesk> desk) {
        this.framework = framework;
        this.desk = desk;
    }

    Optional<Running> find(String name) {
        return Optional.ofNullable(running.get(name));
    }

    List<Running> all() {
        return List.copyOf(running.values());
    }

    /** Installs, starts and probes a jar; when it fails, nothing stays of it. */
    Candidate bringUp(ConnectorJar jar, String imageId) throws InterruptedException {
        String location = location(jar.name(), imageId);
        long bundleId = framework.bundles().stream()
                .filter(b -> b.location().equals(location))
                .map(Framework.Known::bundleId)
                .findFirst()
                .orElseGet(() -> framework.install(location, jar.bytes()));
        try {
            framework.start(bundleId);
            ProbeReport report = desk.get().probe(bundleId, Limits.PROBE);
            if (!report.passed()) {
                throw ProblemException.of(ProblemType.CONNECTOR_PROBE_FAILED, report.reason());
            }
            return new Candidate(bundleId, report.system().orElseThrow(), report.title());
        } catch (RuntimeException | InterruptedException e) {
            framework.remove(bundleId);
            throw e;
        }
    }

    /** Throws a candidate away. */
    void discard(Candidate candidate) throws InterruptedException {
        framework.remove(candidate.bundleId());
    }

    /**
     * From now on calls go to this one; then what depends on that is done, and the one before it, if any, drains.
     *
     * @return whether that has drained within the time that is waited for
     */
    boolean takeOver(Running now, Runnable then) throws InterruptedException {
        desk.get().admit(now.bundleId(), now.system());
        Running old = running.put(now.name(), now);
        then.run();
        return old == null || drained(old);
    }

    /** Takes a connector out; whether it has drained within the time that is waited for. */
    boolean retire(String name) throws InterruptedException {
        Running old = running.remove(name);
        return old == null || drained(old);
    }

    /** Tells a new portal what is admitted. */
    void admitAll(ConnectorDesk portal) {
        running.values().forEach(r -> portal.admit(r.bundleId(), r.system()));
    }

    /** Removes agencies' bundles that nobody wants: of an earlier run, or of an attempt that was cut off. */
    void removeStrays(Set<String> wantedLocations) throws InterruptedException {
        for (Framework.Known bundle : framework.bundles()) {
            boolean agencys = bundle.location().startsWith(ConnectorDesk.AGENCY_LOCATION);
            boolean known = wantedLocations.contains(bundle.location())
                    || leaving.contains(bundle.bundleId())
                    || running.values().stream().anyMatch(r -> r.bundleId() == bundle.bundleId());
            if (agencys && !known) {
                framework.remove(bundle.bundleId());
            }
        }
    }

    static String location(String name, String imageId) {
        return ConnectorDesk.AGENCY_LOCATION + name + ":" + imageId;
    }

    private boolean drained(Running old) throws InterruptedException {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        leaving.add(old.bundleId());
        Thread.ofVirtual().name("drain-connector").start(() -> {
            try {
                drain(old);
            } finally {
                leaving.remove(old.bundleId());
                gone.complete(null);
            }
        });
        try {
            gone.get(Limits.DRAIN_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the drain is only ever completed with a value", e);
        }
    }

    private void drain(Running old) {
        try {
            int inside = desk.get().retire(old.bundleId(), Limits.DRAIN);
            if (inside > 0) {
                LOG.warn("{} {} is removed with {} calls inside", old.name(), old.version(), inside);
            }
            framework.remove(old.bundleId());
        } catch (ProblemException e) {
            LOG.warn("{} {} is removed without a portal to drain it", old.name(), old.version());
            removeAnyway(old);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeAnyway(Running old) {
        try {
            framework.remove(old.bundleId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
