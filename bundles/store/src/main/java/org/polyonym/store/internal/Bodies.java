package org.polyonym.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.polyonym.json.JsonMapping;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Values as JSON text. */
final class Bodies {
    /** Largest document, in characters of JSON; images are kept apart. */
    static final int MAX_BODY = 1_000_000;

    private final ObjectMapper mapper = JsonMapping.mapper();

    String write(Object value) {
        try {
            String body = mapper.writeValueAsString(value);
            if (body.length() > MAX_BODY) {
                throw ProblemException.of(
                        ProblemType.INVALID_VALUE, "a document has at most " + MAX_BODY + " characters");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw fault(value.getClass(), e);
        }
    }

    <T> T read(Class<T> type, String body) {
        try {
            return mapper.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw fault(type, e);
        }
    }

    /** The parser's message may quote the document, so only its class is kept. */
    private static ProblemException fault(Class<?> type, JsonProcessingException e) {
        return ProblemException.of(
                ProblemType.INTERNAL,
                type.getSimpleName() + " does not fit its stored form: "
                        + e.getClass().getSimpleName());
    }
}
