package org.polyonym.sbms.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.polyonym.json.JsonMapping;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Requests and answers as bytes, by the platform's one mapping. Thread-safe. */
final class SearchWire {
    private final ObjectMapper mapper = JsonMapping.mapper();

    byte[] write(Object message) {
        try {
            return mapper.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw fault(e);
        }
    }

    SearchRequest request(byte[] bytes) {
        return read(bytes, SearchRequest.class);
    }

    SearchAnswer answer(byte[] bytes) {
        return read(bytes, SearchAnswer.class);
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** The parser's message may quote what it read, so only its class is kept. */
    private static ProblemException fault(IOException e) {
        return ProblemException.of(
                ProblemType.INTERNAL,
                "a search does not fit its form: " + e.getClass().getSimpleName());
    }
}
