package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Takes a connector out on every node. */
@Component
public final class UndeployConnector implements Endpoint {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public UndeployConnector(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Method method() {
        return Method.DELETE;
    }

    @Override
    public String path() {
        return "/v1/connectors/{name}";
    }

    @Override
    public String operationId() {
        return "undeployConnector";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(agencies.undeploy(request.caller(), request.path("name")));
    }
}
