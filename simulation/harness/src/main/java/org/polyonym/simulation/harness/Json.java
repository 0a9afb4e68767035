package org.polyonym.simulation.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.polyonym.json.JsonMapping;

/** The platform's own JSON mapping on the client's side. */
public final class Json {
    /** Thread-safe mapper. */
    public static final ObjectMapper MAPPER = JsonMapping.mapper();

    private Json() {}

    /** Writes a value. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new HarnessException("cannot write " + value.getClass().getName(), e);
        }
    }

    /** A new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
