package org.polyonym.connector;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A system that answers searches. Registered as an OSGi service; the portal looks it up per request, so it may come and go
 * at any time. Calls come from many threads at once, as many as {@link Limits} declare, each with the bundle's class loader
 * as context. A connector that throws, hangs past its deadline, floods or answers for another system is left out of the
 * answer and named as unavailable; it never delays the other sources. If it goes on so, the portal asks it no more.
 */
public interface Connector {
    /** What the system is and what it can be asked. Constant while the service is registered; returns at once. */
    Description describe();

    /**
     * Searches and hands over each item as it is found. Returns when done, at the latest at the query's deadline; the
     * thread is interrupted soon after. Gives no item that its own law hides from {@link ConnectorQuery#caller()}: a
     * hidden record and none must look the same. Finding nobody is no error. What it throws means that the system behind
     * cannot be asked now.
     *
     * @param query what to look for; only fields that {@link #describe()} declares searchable are filled
     * @param sink takes items, at most {@link ConnectorQuery#maxItems()}; throws once that number or the deadline is
     *     reached, which ends the search: let it pass
     */
    void search(ConnectorQuery query, Consumer<Item> sink);

    /**
     * Fetches one item by its record identifier, empty when there is none. No caller is named, so it gives no more than
     * everybody may know who may ask the system at all; a law that lets nobody know gives nothing.
     */
    Optional<Item> fetch(String recordId);

    /** Whether the system behind can be reached; asked about once a second, returns within a second. */
    Health health();
}
