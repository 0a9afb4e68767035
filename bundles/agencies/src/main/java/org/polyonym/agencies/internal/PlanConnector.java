package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Tells what deploying or replacing would do, and does nothing. */
@Component
public final class PlanConnector implements Endpoint {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public PlanConnector(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/connectors/plan";
    }

    @Override
    public String operationId() {
        return "planConnector";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(agencies.plan(request.body(DeployRequest.class)));
    }
}
