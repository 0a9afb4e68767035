package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Puts a connector in the place of the one that is deployed. */
@Component
public final class ReplaceConnector implements Endpoint {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public ReplaceConnector(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Method method() {
        return Method.PUT;
    }

    @Override
    public String path() {
        return "/v1/connectors/{name}";
    }

    @Override
    public String operationId() {
        return "replaceConnector";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(agencies.replace(request.caller(), request.path("name"), request.body(DeployRequest.class)));
    }
}
