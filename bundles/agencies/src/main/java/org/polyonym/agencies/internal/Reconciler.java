package org.polyonym.agencies.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.polyonym.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this node run what is wanted. Used by one thread at a time; reading is thread-safe. */
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final DesiredState state;
    private final Fleet fleet;
    private final Grants grants;
    private final InstantSource machineTime;
    private final Map<String, Failed> failed = new ConcurrentHashMap<>();

    /** What did not come up here, and when it was tried. */
    record Failed(DesiredConnector connector, String reason, Instant at) {}

    Reconciler(DesiredState state, Fleet fleet, Grants grants, InstantSource machineTime) {
        this.state = state;
        this.fleet = fleet;
        this.grants = grants;
        this.machineTime = machineTime;
    }

    List<Failed> failures() {
        return List.copyOf(failed.values());
    }

    /** Compares and changes what differs; what cannot be brought up is left as it is and tried again later. */
    void run() throws InterruptedException {
        List<DesiredConnector> wanted = state.all();
        grant(wanted);
        Set<String> names = wanted.stream().map(DesiredConnector::name).collect(Collectors.toSet());
        failed.keySet().retainAll(names);
        for (Running each : fleet.all()) {
            if (!names.contains(each.name())) {
                fleet.retire(each.name());
            }
        }
        fleet.removeStrays(
                wanted.stream().map(w -> Fleet.location(w.name(), w.imageId())).collect(Collectors.toSet()));
        for (DesiredConnector each : wanted) {
            if (differs(each) && due(each)) {
                bringUp(each);
            }
        }
    }

    /** The rows of all that are wanted are in force, also of one that does not run here: it is named unavailable. */
    void grant(List<DesiredConnector> wanted) {
        grants.set(wanted.stream().flatMap(w -> w.access().stream()).toList());
    }

    /** It has come up here; an earlier failure is told no more. */
    void runs(String name) {
        failed.remove(name);
    }

    private boolean differs(DesiredConnector wanted) {
        return fleet.find(wanted.name())
                .filter(r -> r.imageId().equals(wanted.imageId()))
                .isEmpty();
    }

    private boolean due(DesiredConnector wanted) {
        Failed before = failed.get(wanted.name());
        return before == null
                || !before.connector().imageId().equals(wanted.imageId())
                || before.at().plus(Limits.RETRY).isBefore(machineTime.instant());
    }

    private void bringUp(DesiredConnector wanted) throws InterruptedException {
        Optional<byte[]> jar = state.jar(wanted);
        if (jar.isEmpty()) {
            return;
        }
        try {
            Candidate candidate = fleet.bringUp(ConnectorJar.read(jar.get()), wanted.imageId());
            Running now = new Running(
                    wanted.name(),
                    wanted.version(),
                    wanted.imageId(),
                    candidate.bundleId(),
                    wanted.system(),
                    wanted.access());
            fleet.takeOver(now, () -> runs(wanted.name()));
            LOG.info("connector {} {} runs here", wanted.name(), wanted.version());
        } catch (ProblemException e) {
            failed.put(wanted.name(), new Failed(wanted, e.detail(), machineTime.instant()));
            LOG.warn("connector {} {} does not come up here: {}", wanted.name(), wanted.version(), e.getMessage());
        }
    }
}
