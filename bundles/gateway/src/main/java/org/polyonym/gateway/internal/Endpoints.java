package org.polyonym.gateway.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.polyonym.health.Finding;
import org.polyonym.http.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations that components offer at this moment. One that the published file does not describe is not served. A
 * component that withdraws one goes on when the requests inside have ended: nobody is lost in a replacement.
 */
@Component(service = Endpoints.class)
public final class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final ApiDescription description = ApiDescription.load();
    private final Mapping mapping = new Mapping();
    private final List<Served> served = new CopyOnWriteArrayList<>();
    private final List<Endpoint> refused = new CopyOnWriteArrayList<>();

    /** An endpoint and the requests inside. */
    record Served(Endpoint endpoint, InFlight requests) {}

    /** A component offers an operation. */
    void add(Endpoint endpoint) {
        if (description.describing(endpoint).isPresent()) {
            served.add(new Served(endpoint, new InFlight()));
        } else {
            refused.add(endpoint);
            LOG.warn("{}: {}", subject(endpoint), "refused, the OpenAPI file does not describe it");
        }
    }

    /** It withdraws it: nobody comes in any more, and who is inside has time to end. */
    void remove(Endpoint endpoint) {
        refused.remove(endpoint);
        served.stream()
                .filter(each -> each.endpoint().equals(endpoint))
                .findFirst()
                .ifPresent(this::letGo);
    }

    private void letGo(Served leaving) {
        served.remove(leaving);
        leaving.requests().close();
        try {
            int left = leaving.requests().awaitEmpty(Limits.ENDPOINT_DRAIN_LIMIT);
            if (left > 0) {
                LOG.warn("{}: {} requests did not end before it went", subject(leaving.endpoint()), left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        mapping.forget();
    }

    ApiDescription description() {
        return description;
    }

    Mapping mapping() {
        return mapping;
    }

    /**
     * Goes into the endpoint of an operation, of two during a replacement the newer; who went in has to leave its requests.
     */
    Optional<Served> enter(Operation operation) {
        return served.reversed().stream()
                .filter(each -> each.endpoint().operationId().equals(operation.operationId()))
                .filter(each -> each.requests().enter())
                .findFirst();
    }

    /** The published file. */
    public Object document() {
        return description.document();
    }

    /** Endpoints that were refused. */
    public List<Finding> findings() {
        return refused.stream()
                .map(each -> new Finding(
                        subject(each),
                        "the endpoint is not served: the OpenAPI file does not describe it so",
                        "describe it in openapi.json with this operation id, method and path"))
                .toList();
    }

    private static String subject(Endpoint endpoint) {
        return endpoint.operationId() + " " + endpoint.method() + " " + endpoint.path();
    }
}
