package org.polyonym.gateway.internal.platform;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.gateway.internal.Endpoints;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Serves the description of this interface; open to everybody. */
@Component
public final class ReadOpenApi implements Endpoint {
    private final Object document;

    /** Called by the component runtime. */
    @Activate
    public ReadOpenApi(@Reference Endpoints endpoints) {
        this.document = endpoints.document();
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/openapi.json";
    }

    @Override
    public String operationId() {
        return "readOpenApi";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(document);
    }
}
