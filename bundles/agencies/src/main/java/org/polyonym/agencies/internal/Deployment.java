package org.polyonym.agencies.internal;

import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Stored;

/**
 * Deploys, replaces and undeploys: plan, candidate beside what runs, desired state, change-over. What fails before the
 * desired state is stored leaves everything as it was. Used by one thread at a time.
 */
final class Deployment {
    private final Planner planner;
    private final Fleet fleet;
    private final DesiredState state;
    private final Reconciler reconciler;

    Deployment(Planner planner, Fleet fleet, DesiredState state, Reconciler reconciler) {
        this.planner = planner;
        this.fleet = fleet;
        this.state = state;
        this.reconciler = reconciler;
    }

    /** What would be done. */
    Plan plan(DeployRequest request) {
        ConnectorJar jar = ConnectorJar.read(request.jar());
        Optional<DesiredConnector> before = state.find(jar.name()).map(Stored::value);
        return judge(jar, Access.of(request, before)).plan();
    }

    /** A new connector. */
    Change deploy(Caller caller, DeployRequest request) throws InterruptedException {
        ConnectorJar jar = ConnectorJar.read(request.jar());
        if (state.find(jar.name()).isPresent()) {
            throw ProblemException.of(ProblemType.CONNECTOR_PRESENT, jar.name() + " is deployed");
        }
        return put(caller, jar, Access.of(request, Optional.empty()), Optional.empty());
    }

    /** In the place of the one of that name; without rows of its own it keeps those it has. */
    Change replace(Caller caller, String name, DeployRequest request) throws InterruptedException {
        ConnectorJar jar = ConnectorJar.read(request.jar());
        if (!jar.name().equals(name)) {
            throw ProblemException.of(ProblemType.CONNECTOR_NOT_A_BUNDLE, "its symbolic name is another");
        }
        Stored<DesiredConnector> old = state.find(name).orElseThrow(() -> absent());
        return put(caller, jar, Access.of(request, Optional.of(old.value())), Optional.of(old));
    }

    private Planner.Judged judge(ConnectorJar jar, Access access) {
        return planner.judge(jar, access, fleet.find(jar.name()), state.all());
    }

    private Change put(Caller caller, ConnectorJar jar, Access access, Optional<Stored<DesiredConnector>> before)
            throws InterruptedException {
        judge(jar, access).require();
        String imageId = state.newImageId();
        Candidate candidate = fleet.bringUp(jar, imageId);
        DesiredConnector wanted;
        try {
            planner.requireFree(candidate.system(), jar.name(), state.all());
            AccessRows.requireOnly(candidate.system(), access.rows());
            wanted = state.want(caller, jar, imageId, candidate, access.rows(), before);
        } catch (RuntimeException e) {
            fleet.discard(candidate);
            throw e;
        }
        Running now = new Running(
                wanted.name(), wanted.version(), imageId, candidate.bundleId(), wanted.system(), wanted.access());
        // Rights last: whoever has them finds the connector there.
        boolean drained = fleet.takeOver(now, () -> {
            reconciler.runs(now.name());
            reconciler.grant(state.all());
        });
        return new Change(wanted.name(), wanted.version(), wanted.system().text(), wanted.title(), drained);
    }

    /** Wants it no more, takes its rights away and removes it once the calls inside have ended. */
    Change undeploy(Caller caller, String name) throws InterruptedException {
        DesiredConnector old = state.find(name).orElseThrow(() -> absent()).value();
        fleet.find(name).ifPresent(r -> planner.requireUndisturbed(r.bundleId()));
        if (!state.drop(caller, name)) {
            throw absent();
        }
        reconciler.grant(state.all());
        return new Change(name, "", old.system().text(), old.title(), fleet.retire(name));
    }

    private static ProblemException absent() {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "no connector of this name is deployed; GET /v1/connectors has the names");
    }
}
