package org.polyonym.esp;

import java.time.Duration;
import java.util.List;
import org.polyonym.model.SystemId;

/**
 * The connectors of this node as the portal treats them. A connector of a bundle whose location begins with {@link
 * #AGENCY_LOCATION} is asked only while its bundle is admitted, and only for the system it is admitted for; others are asked
 * as soon as they are there. Thread-safe; goes with the portal, and a new one knows no admissions.
 */
public interface ConnectorDesk {
    /** Begin of the location of bundles that are not part of the platform. */
    String AGENCY_LOCATION = "agency:";

    /** Every connector, by system and bundle. */
    List<ConnectorState> connectors();

    /**
     * Waits until the bundle offers a connector, has it describe itself and asks it for its health and for a person who does
     * not exist, guarded like every call of the portal. Takes no longer than the limit.
     *
     * @throws InterruptedException when interrupted while waiting
     */
    ProbeReport probe(long bundleId, Duration limit) throws InterruptedException;

    /** From now on the bundle's connector is the one asked for that system. */
    void admit(long bundleId, SystemId system);

    /**
     * No new call goes into the bundle's connectors; waits until those inside have ended.
     *
     * @return how many calls are still inside after the limit
     * @throws InterruptedException when interrupted while waiting
     */
    int retire(long bundleId, Duration limit) throws InterruptedException;

    /** Releases a bundle's connectors from quarantine; false when none was there. */
    boolean release(long bundleId);
}
