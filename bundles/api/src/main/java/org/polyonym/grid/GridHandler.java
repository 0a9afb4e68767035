package org.polyonym.grid;

/**
 * Answers calls of other nodes. Registered as an OSGi service by the component that does the work; looked up for each call,
 * so it may come and go. Called from many threads at once.
 */
public interface GridHandler {
    /** What callers name, e.g. {@code sbms-search}; the same on every node. */
    String name();

    /**
     * Does the work.
     *
     * @param request bytes in the form that the component itself defines; never null
     * @return the answer, empty for a message that needs none
     */
    byte[] handle(byte[] request);
}
