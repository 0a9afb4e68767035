package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Deploys a new connector on every node. */
@Component
public final class DeployConnector implements Endpoint {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public DeployConnector(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/connectors";
    }

    @Override
    public String operationId() {
        return "deployConnector";
    }

    @Override
    public Reply handle(Request request) {
        Change change = agencies.deploy(request.caller(), request.body(DeployRequest.class));
        return Reply.created("/v1/connectors/" + change.name(), change);
    }
}
