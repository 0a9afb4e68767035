package org.polyonym.esp;

import java.time.Instant;
import java.util.Optional;
import org.polyonym.model.SystemId;

/**
 * How a registered connector behaves, as the portal of this node sees it. No personal data.
 *
 * @param bundleId number of its bundle on this node
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param system the system it answers for, empty until it has said so
 * @param condition what the portal does with it
 * @param reason why it is not serving; empty otherwise
 * @param heals whether the portal tries it again by itself; false once only an operator can release it
 * @param since machine time of the last change of condition
 * @param inside calls in it at this moment
 */
public record ConnectorState(
        long bundleId,
        String bundle,
        String version,
        Optional<SystemId> system,
        Condition condition,
        String reason,
        boolean heals,
        Instant since,
        int inside) {
    /** What the portal does with a connector. */
    public enum Condition {
        /** Has not yet said what it is; not asked. */
        STARTING,
        /** Of a bundle that is not admitted; not asked. */
        WAITING,
        /** Asked. */
        SERVING,
        /** Asked, but its last answers failed. */
        SUSPECT,
        /** Says that its system cannot be reached; asked again as soon as it says otherwise. */
        DOWN,
        /** Broke its contract; not asked. */
        QUARANTINED,
        /** Gets no new calls; those inside end. */
        DRAINING
    }

    /** Whether an operator should look at it. */
    public boolean needsAttention() {
        return condition == Condition.QUARANTINED || condition == Condition.SUSPECT;
    }
}
