package org.polyonym.http;

import java.time.Duration;
import java.util.Optional;
import org.polyonym.access.Caller;

/** An authenticated request. */
public interface Request {
    /** Who asks, for what. */
    Caller caller();

    /** Value of a path parameter. */
    String path(String name);

    /** Value of a query parameter. */
    Optional<String> query(String name);

    /** Value of a request header, e.g. {@code If-Match}. */
    default Optional<String> header(String name) {
        return Optional.empty();
    }

    /** The body read into a record; unknown fields, missing body and wrong forms are refused with a problem. */
    <T> T body(Class<T> type);

    /** Time that the caller is willing to wait ({@code Prefer: wait=SECONDS}), zero when not asked, at most 60 s. */
    Duration waitAtMost();
}
