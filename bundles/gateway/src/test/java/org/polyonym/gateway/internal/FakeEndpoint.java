package org.polyonym.gateway.internal;

import java.util.function.Function;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** An operation of the published file with work of the test's own. */
record FakeEndpoint(Method method, String path, String operationId, Function<Request, Reply> work) implements Endpoint {
    /** Searching the portal. */
    static FakeEndpoint search(Function<Request, Reply> work) {
        return new FakeEndpoint(Method.POST, "/v1/searches", "searchPortal", work);
    }

    /** Reading a link. */
    static FakeEndpoint link(Function<Request, Reply> work) {
        return new FakeEndpoint(Method.GET, "/v1/links/{linkId}", "readLink", work);
    }

    @Override
    public Reply handle(Request request) {
        return work.apply(request);
    }
}
