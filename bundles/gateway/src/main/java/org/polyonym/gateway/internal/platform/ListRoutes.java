package org.polyonym.gateway.internal.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.polyonym.health.RouteCounts;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;

/** Lists the routes that run, with what they have done. */
@Component(service = Endpoint.class)
public final class ListRoutes implements Endpoint {
    /** One route: the component's context, its verb phrase, exchanges since the start. */
    record Route(String context, String route, long completed, long failed, long inFlight) {}

    /** The answer. */
    record Routes(List<Route> routes) {}

    private final List<RouteCounts> running = new CopyOnWriteArrayList<>();

    /** Called when a component's routes start. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(RouteCounts counts) {
        running.add(counts);
    }

    /** Called when they stop. */
    public void remove(RouteCounts counts) {
        running.remove(counts);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/routes";
    }

    @Override
    public String operationId() {
        return "listRoutes";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(new Routes(running.stream().flatMap(ListRoutes::routes).toList()));
    }

    private static Stream<Route> routes(RouteCounts counts) {
        return counts.counts().stream()
                .map(c -> new Route(counts.context(), c.route(), c.completed(), c.failed(), c.inFlight()));
    }
}
