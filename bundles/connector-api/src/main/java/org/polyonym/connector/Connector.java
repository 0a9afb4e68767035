package org.polyonym.connector;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A system that answers searches. Registered as an OSGi service; the portal looks it up per request, so it may come and go
 * at any time. Calls come from many threads at once. A connector that throws, hangs past its deadline, floods or answers
 * for another system is left out of the answer and named as unavailable; it never delays the other sources.
 */
public interface Connector {
    /** What the system is and what it can be asked. Constant while the service is registered; returns at once. */
    Description describe();

    /**
     * Searches and hands over each item as it is found. Returns when done, at the latest at the query's deadline.
     *
     * @param query what to look for; only fields that {@link #describe()} declares searchable are filled
     * @param sink takes items; throws once the query's limit or deadline is reached, which ends the search
     */
    void search(ConnectorQuery query, Consumer<Item> sink);

    /** Fetches one item by its record identifier, empty when there is none. */
    Optional<Item> fetch(String recordId);

    /** Whether the system behind can be reached; returns within a second. */
    Health health();
}
