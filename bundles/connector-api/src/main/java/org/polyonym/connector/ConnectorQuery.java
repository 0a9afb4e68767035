package org.polyonym.connector;

import java.time.Instant;
import java.util.List;
import org.polyonym.access.Caller;
import org.polyonym.model.BiometricSample;
import org.polyonym.registry.SearchQuery;

/**
 * A search as one source gets it.
 *
 * @param queryId identifier of the portal query, for the source's own log
 * @param caller who asks, for which purpose; the source applies its own law to it
 * @param search identity data and documents, cut to the fields that this source may be searched with
 * @param samples live or stored fingerprint images, empty unless the source may be searched with them
 * @param deadline machine time by which the search must have returned
 * @param maxItems most items wanted
 */
public record ConnectorQuery(
        String queryId,
        Caller caller,
        SearchQuery search,
        List<BiometricSample> samples,
        Instant deadline,
        int maxItems) {
    /** Copies the list. */
    public ConnectorQuery {
        samples = List.copyOf(samples);
    }
}
