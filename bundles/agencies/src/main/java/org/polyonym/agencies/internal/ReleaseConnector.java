package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Releases a connector from quarantine on every node. */
@Component
public final class ReleaseConnector implements Endpoint {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public ReleaseConnector(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/connectors/{name}/release";
    }

    @Override
    public String operationId() {
        return "releaseConnector";
    }

    @Override
    public Reply handle(Request request) {
        agencies.release(request.caller(), request.path("name"));
        return Reply.noContent();
    }
}
