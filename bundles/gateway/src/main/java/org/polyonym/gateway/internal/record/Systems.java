package org.polyonym.gateway.internal.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SystemOfRecord;

/** The systems of record that run at this moment. */
@Component(service = Systems.class)
public final class Systems {
    private final List<SystemOfRecord> running = new CopyOnWriteArrayList<>();

    /** Called when a system starts. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(SystemOfRecord system) {
        running.add(system);
    }

    /** Called when it stops. */
    public void remove(SystemOfRecord system) {
        running.remove(system);
    }

    /** The running system; of two during a replacement the newer. COMPONENT_UNAVAILABLE when there is none. */
    SystemOfRecord running(SystemId id) {
        return running.reversed().stream()
                .filter(each -> each.system().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.COMPONENT_UNAVAILABLE, "no system of record is running for " + id));
    }
}
