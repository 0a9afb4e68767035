package org.polyonym.grid.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.GridHandler;
import org.polyonym.grid.Member;
import org.polyonym.health.Finding;
import org.polyonym.health.HealthSource;

/**
 * The grid of this node by configuration {@code org.polyonym.grid}: {@code node}, {@code nodes}, {@code address}, {@code key}.
 * Without {@code nodes} it is alone, and nothing of Hazelcast is started.
 */
@Component(
        service = {Grid.class, HealthSource.class},
        immediate = true,
        configurationPid = "org.polyonym.grid")
public final class GridComponent implements Grid, HealthSource {
    private final Handlers handlers;
    private final ServiceTracker<GridHandler, GridHandler> services;
    private final Grid grid;

    /**
     * Starts; a mistake in the configuration is a failed activation, which readiness names. Handlers are looked for by a thread
     * of its own: they need this component, so to ask for one of them in the middle of this would be a circle.
     */
    @Activate
    public GridComponent(BundleContext context, Map<String, ?> configuration) {
        GridConfig config = GridConfig.read(configuration);
        services = new ServiceTracker<>(context, GridHandler.class, null);
        handlers = new Handlers(() -> services.getTracked().values());
        grid = open(config, handlers);
        handlers.run(services::open);
    }

    static Grid open(GridConfig config, Handlers handlers) {
        Member self = new Member(UUID.randomUUID().toString(), config.node());
        return config.alone() ? new LoneGrid(self, handlers) : new HazelcastGrid(config, self, handlers);
    }

    /** Leaves the others. */
    @Deactivate
    public void stop() {
        if (grid instanceof HazelcastGrid member) {
            member.close();
        }
        services.close();
        handlers.close();
    }

    @Override
    public List<Finding> findings() {
        return grid instanceof HazelcastGrid member ? member.findings() : List.of();
    }

    @Override
    public Member self() {
        return grid.self();
    }

    @Override
    public List<Member> members() {
        return grid.members();
    }

    @Override
    public int size() {
        return grid.size();
    }

    @Override
    public boolean majority() {
        return grid.majority();
    }

    @Override
    public Member owner(int shard) {
        return grid.owner(shard);
    }

    @Override
    public byte[] call(Member member, String handler, byte[] request, Duration limit)
            throws GridException, InterruptedException {
        return grid.call(member, handler, request, limit);
    }

    @Override
    public void tellOthers(String handler, byte[] message) {
        grid.tellOthers(handler, message);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return grid.onChange(listener);
    }
}
