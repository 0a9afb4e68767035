package org.polyonym.agencies.internal;

import java.time.Duration;

/** What is borne of connectors and how long is waited for them. */
final class Limits {
    /** Largest jar; in base64 it fits in the longest JSON string. */
    static final int MAX_JAR_BYTES = 5 * 1024 * 1024;
    /** Most entries of a jar. */
    static final int MAX_ENTRIES = 2_000;
    /** Most bytes that a jar unpacks to. */
    static final long MAX_UNPACKED_BYTES = 32L * 1024 * 1024;
    /** Largest manifest; a signature adds a section to it for each entry. */
    static final int MAX_MANIFEST_BYTES = 512 * 1024;
    /** Largest description of a component. */
    static final int MAX_COMPONENT_BYTES = 64 * 1024;
    /** Most access rows that one connector brings. */
    static final int MAX_ACCESS_ROWS = 200;
    /** Longest text of access rows, in characters. */
    static final int MAX_ACCESS_CHARS = 100_000;
    /** Connectors that a platform has beside its own. */
    static final int MAX_CONNECTORS = 200;
    /** Time for a bundle to start. */
    static final Duration START = Duration.ofSeconds(5);
    /** Time for a connector to come up and pass its probe. */
    static final Duration PROBE = Duration.ofSeconds(8);
    /** Time for calls inside a connector to end; no portal query is longer. */
    static final Duration DRAIN = Duration.ofSeconds(30);
    /** How long an answer waits for the drain; it goes on afterwards. */
    static final Duration DRAIN_WAIT = Duration.ofSeconds(10);
    /** Time for the framework to let go of an uninstalled bundle. */
    static final Duration REFRESH = Duration.ofSeconds(10);
    /** How often a node compares what it runs with what is wanted. */
    static final Duration RECONCILE = Duration.ofSeconds(5);
    /** Pause before a node tries again what failed. */
    static final Duration RETRY = Duration.ofSeconds(30);
    /** Time for another node to say what it runs. */
    static final Duration STATUS_CALL = Duration.ofSeconds(1);

    private Limits() {}
}
