package org.polyonym.gateway.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.polyonym.json.JsonMapping;

/**
 * The mapper of bodies, as it is at this moment. A mapper keeps every class that it has met, and with the class the bundle
 * that it came from: when a component has gone, another mapper takes its place. Thread-safe.
 */
final class Mapping {
    private volatile ObjectMapper mapper = JsonMapping.mapper();

    ObjectMapper now() {
        return mapper;
    }

    /** Lets go of all classes met so far. */
    void forget() {
        mapper = JsonMapping.mapper();
    }
}
