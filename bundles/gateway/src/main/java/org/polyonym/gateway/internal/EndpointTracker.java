package org.polyonym.gateway.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.polyonym.http.Endpoint;

/** Follows the endpoints that come and go. Apart from {@link Endpoints}, because some endpoints need that themselves. */
@Component(service = EndpointTracker.class, immediate = true)
public final class EndpointTracker {
    private final Endpoints endpoints;

    /** Called by the component runtime. */
    @Activate
    public EndpointTracker(@Reference Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Called when a component offers an operation. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    /** Called when it withdraws it. */
    public void remove(Endpoint endpoint) {
        endpoints.remove(endpoint);
    }
}
