package org.polyonym.esp;

import java.util.List;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.registry.SearchQuery;

/**
 * Searches that components launch through the portal with a machine profile (IO 27(3)-(4); R-ESP-06). Thread-safe; may
 * vanish while in use.
 */
public interface PortalSearch {
    /**
     * Found record of a machine search.
     *
     * @param origin the record
     * @param byIdentity identity data matched
     * @param byDocument a travel document matched
     */
    record Found(OriginRef origin, boolean byIdentity, boolean byDocument) {}

    /**
     * Searches the systems for identity and document data; all must answer, else COMPONENT_UNAVAILABLE, because detection
     * may not skip a source.
     */
    List<Found> search(Caller component, Set<SystemId> systems, SearchQuery query);
}
