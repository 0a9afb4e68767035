package org.polyonym.gateway.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.polyonym.access.Caller;

/**
 * One request on its way. Whoever claims the answer, the worker or the clock, is the only one to write it; the other one
 * keeps silent. A late worker is not interrupted: an interrupt inside an embedded database closes its files.
 */
final class Exchange {
    /** Who may answer. */
    enum Owner {
        /** The thread that does the work. */
        WORKER,
        /** The clock, when the time is over. */
        DEADLINE
    }

    private final AsyncContext async;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String path;
    private final String reference;
    private final AtomicReference<Owner> owner = new AtomicReference<>();

    private volatile Optional<Caller> caller = Optional.empty();
    private volatile String operation = "unknown";
    private volatile Map<String, String> parameters = Map.of();
    private volatile Set<String> allowed = Set.of();

    Exchange(AsyncContext async, HttpServletRequest request, HttpServletResponse response, String reference) {
        this.async = async;
        this.request = request;
        this.response = response;
        this.reference = reference;
        // Read here: the container may reuse what the path is computed from once the servlet has returned.
        String inner = request.getPathInfo() == null ? "" : request.getPathInfo();
        this.path = request.getServletPath() + inner;
    }

    boolean claim(Owner who) {
        return owner.compareAndSet(null, who) || owner.get() == who;
    }

    void completeIfMine(Owner who) {
        if (claim(who)) {
            async.complete();
        }
    }

    void routed(Router.Route route) {
        operation = route.operation().map(Operation::operationId).orElse(operation);
        parameters = route.parameters();
        allowed = route.allowed();
    }

    void identified(Caller who) {
        caller = Optional.of(who);
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    String path() {
        return path;
    }

    String reference() {
        return reference;
    }

    Optional<Caller> caller() {
        return caller;
    }

    String operation() {
        return operation;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Set<String> allowed() {
        return allowed;
    }
}
