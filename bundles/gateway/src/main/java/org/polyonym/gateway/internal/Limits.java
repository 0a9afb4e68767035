package org.polyonym.gateway.internal;

import java.time.Duration;

/** What the gateway bears. */
final class Limits {
    /** Largest body: two hands of images as base64. */
    static final int MAX_BODY_BYTES = 12 * 1024 * 1024;
    /** Bytes of a refused body that are read and thrown away, so that the caller can read the refusal. */
    static final int MAX_DRAINED_BYTES = 32 * 1024 * 1024;
    /** Bodies held in memory at the same time, in kibibytes. */
    static final int MAX_BUFFERED_KIB = 128 * 1024;
    /** How long a body waits for its share of that memory. */
    static final Duration BUFFER_WAIT = Duration.ofSeconds(5);
    /** Requests worked on at the same time. */
    static final int MAX_CONCURRENT = 128 * Runtime.getRuntime().availableProcessors();
    /** Requests that wait for their turn: some kilobytes each, for no body is read before. */
    static final int MAX_WAITING = 7 * MAX_CONCURRENT;
    /** How long: as long as a request waits for the store. One that is refused then can be sent to another node. */
    static final Duration TURN_WAIT = Duration.ofSeconds(5);
    /** Time for a request, beside what it asked to wait. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    /** Time for a stream of lines. */
    static final Duration STREAM_LIMIT = Duration.ofSeconds(120);
    /** Longest {@code Prefer: wait}. */
    static final Duration MAX_WAIT = Duration.ofSeconds(60);
    /** How long a node that stops answers that it does, at least. */
    static final Duration DRAIN_NOTICE = Duration.ofMillis(500);
    /** How long a node that stops waits for requests under way; the launcher kills it after 30 s. */
    static final Duration DRAIN_LIMIT = Duration.ofSeconds(15);
    /** How long a component that goes waits for the requests inside one of its endpoints; its runtime is locked for no longer than 5 s. */
    static final Duration ENDPOINT_DRAIN_LIMIT = Duration.ofSeconds(4);
    /** When to come again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** Longest client text that is quoted back or logged as a reference. */
    static final int MAX_QUOTED_CHARS = 100;

    private Limits() {}
}
