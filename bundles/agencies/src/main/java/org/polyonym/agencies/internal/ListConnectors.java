package org.polyonym.agencies.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Lists the connectors of every node, those of the platform too. */
@Component
public final class ListConnectors implements Endpoint {
    /**
     * The answer.
     *
     * @param connectors one entry per connector and node
     */
    record Connectors(List<ConnectorRow> connectors) {}

    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public ListConnectors(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/connectors";
    }

    @Override
    public String operationId() {
        return "listConnectors";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(new Connectors(agencies.list()));
    }
}
