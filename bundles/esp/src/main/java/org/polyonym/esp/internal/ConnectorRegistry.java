package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.polyonym.connector.Connector;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorState;
import org.polyonym.esp.ProbeReport;
import org.polyonym.model.SystemId;

/**
 * The connectors of this node. Only references are taken here: a connector is got, which may run its constructor, on a
 * thread that nobody waits for.
 */
@Component(
        service = {ConnectorRegistry.class, ConnectorDesk.class},
        immediate = true)
public final class ConnectorRegistry implements ConnectorDesk {
    private static final Duration POLL = Duration.ofMillis(20);
    /** The component runtime is locked for no longer than 5 s. */
    private static final Duration UNBIND_LIMIT = Duration.ofSeconds(4);

    private final BundleContext context;
    private final Sources sources;
    private final Trial trial;
    private final Watchdog watchdog;

    /** Starts the watchdog. */
    @Activate
    public ConnectorRegistry(BundleContext context, @Reference ConductBook book) {
        this.context = context;
        InstantSource machineTime = InstantSource.system();
        this.sources = new Sources(machineTime, (source, before, after) -> write(book, source, before, after));
        Probe probe = new Probe(machineTime);
        this.trial = new Trial(sources, probe);
        this.watchdog = new Watchdog(sources, probe);
        watchdog.start();
    }

    private void write(ConductBook book, Source source, Conduct before, Conduct after) {
        sources.stateOf(source).ifPresent(state -> book.write(state, before, after));
    }

    /** Stops the watchdog. */
    @Deactivate
    void close() {
        watchdog.close();
    }

    @Reference(service = Connector.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnector(ServiceReference<Connector> reference) {
        Bundle bundle = reference.getBundle();
        sources.add(
                new Sources.Owner(
                        bundle.getBundleId(),
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        bundle.getLocation().startsWith(AGENCY_LOCATION)),
                new ServiceHandle(context, reference),
                properties(reference));
    }

    /** Who is inside a connector of the platform has time to end; an agency's has been drained by {@link #retire} before. */
    void unbindConnector(ServiceReference<Connector> reference) {
        Map<String, Object> properties = properties(reference);
        List<Source> leaving = sources.ofService(properties).stream().toList();
        leaving.forEach(Source::retire);
        try {
            drain(
                    leaving.stream().filter(Source::platforms).toList(),
                    sources.now().plus(UNBIND_LIMIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sources.remove(properties);
    }

    private static Map<String, Object> properties(ServiceReference<Connector> reference) {
        return Arrays.stream(reference.getPropertyKeys()).collect(Collectors.toMap(key -> key, reference::getProperty));
    }

    private record ServiceHandle(BundleContext context, ServiceReference<Connector> reference) implements Handle {
        @Override
        public Connector get() {
            return context.getService(reference);
        }

        @Override
        public Optional<ClassLoader> loader() {
            return Optional.ofNullable(reference.getBundle())
                    .map(bundle -> bundle.adapt(BundleWiring.class))
                    .map(BundleWiring::getClassLoader);
        }

        @Override
        public void release() {
            context.ungetService(reference);
        }
    }

    Sources sources() {
        return sources;
    }

    @Override
    public List<ConnectorState> connectors() {
        return sources.states();
    }

    @Override
    public ProbeReport probe(long bundleId, Duration limit) throws InterruptedException {
        return trial.of(bundleId, limit);
    }

    @Override
    public void admit(long bundleId, SystemId system) {
        sources.admit(bundleId, system);
    }

    @Override
    public int retire(long bundleId, Duration limit) throws InterruptedException {
        List<Source> leaving = sources.ofBundle(bundleId);
        sources.retire(bundleId);
        return drain(leaving, sources.now().plus(limit));
    }

    /** Waits until nobody is inside or the time is over; returns how many are. */
    private int drain(List<Source> leaving, Instant end) throws InterruptedException {
        while (inside(leaving) > 0 && sources.now().isBefore(end)) {
            Thread.sleep(POLL);
        }
        return inside(leaving);
    }

    private static int inside(List<Source> sources) {
        return sources.stream().mapToInt(Source::inside).sum();
    }

    @Override
    public boolean release(long bundleId) {
        List<Source> held = sources.ofBundle(bundleId).stream()
                .filter(s -> s.conduct().quarantined())
                .toList();
        held.forEach(Source::release);
        return !held.isEmpty();
    }
}
