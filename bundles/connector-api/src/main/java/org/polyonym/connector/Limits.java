package org.polyonym.connector;

import java.time.Duration;

/**
 * Limits of a connector.
 *
 * @param maxItems most items in one answer, 1 to 1,000
 * @param timeout longest time for one search, more than 0 and at most 30 seconds; the query's deadline never lies later
 * @param maxConcurrent most searches at once, 1 to 256; one more is answered as unavailable without being made
 */
public record Limits(int maxItems, Duration timeout, int maxConcurrent) {
    /** 50 items, 5 seconds, 16 searches at once. */
    public static final Limits DEFAULT = new Limits(50, Duration.ofSeconds(5), 16);
}
