package org.polyonym.agencies.internal;

import java.time.Instant;

/**
 * A connector on a node, as it is listed.
 *
 * @param node where
 * @param name symbolic name of its bundle
 * @param version of its bundle
 * @param system the system it answers for, empty when it has not said so
 * @param origin whose it is
 * @param condition what the portal of that node does with it; FAILED when it did not come up there
 * @param reason why it does not serve; empty when it does
 * @param heals whether it comes back by itself
 * @param since machine time of the last change of condition
 * @param inside calls in it at this moment
 * @param accessRows rows granted with it
 */
record ConnectorRow(
        String node,
        String name,
        String version,
        String system,
        Origin origin,
        String condition,
        String reason,
        boolean heals,
        Instant since,
        int inside,
        int accessRows) {
    /** Condition of one that is wanted and did not come up on the node. */
    static final String FAILED = "FAILED";

    /** Whose a connector is. */
    enum Origin {
        /** A bundle of the platform. */
        PLATFORM,
        /** Deployed. */
        AGENCY
    }
}
