package org.polyonym.gateway.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.polyonym.health.Finding;
import org.polyonym.http.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations that components offer at this moment. One that the published file does not describe is not served. */
@Component(service = Endpoints.class)
public final class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final ApiDescription description = ApiDescription.load();
    private final List<Endpoint> served = new CopyOnWriteArrayList<>();
    private final List<Endpoint> refused = new CopyOnWriteArrayList<>();

    /** A component offers an operation. */
    void add(Endpoint endpoint) {
        if (description.describing(endpoint).isPresent()) {
            served.add(endpoint);
        } else {
            refused.add(endpoint);
            LOG.warn("{}: {}", subject(endpoint), "refused, the OpenAPI file does not describe it");
        }
    }

    /** It withdraws it. */
    void remove(Endpoint endpoint) {
        served.remove(endpoint);
        refused.remove(endpoint);
    }

    ApiDescription description() {
        return description;
    }

    /** The endpoint of an operation; of two during a replacement the newer. */
    Optional<Endpoint> of(Operation operation) {
        return served.reversed().stream()
                .filter(each -> each.operationId().equals(operation.operationId()))
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
