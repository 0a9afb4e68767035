package org.polyonym.simulation.faults.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What came back whole.
 *
 * @param status HTTP status
 * @param retryAfter header, empty if there was none
 * @param body as received
 */
public record Answer(int status, String retryAfter, String body) {
    private static final int FIRST_SERVER_STATUS = 500;
    private static final int NOT_FOUND = 404;

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /**
     * Whether another node may know better: a fault of the server, or a 404 that is no problem document and so comes from a
     * server that has lost the platform behind it, or not yet got it.
     */
    public boolean failed() {
        return status >= FIRST_SERVER_STATUS || status == NOT_FOUND && problem().isEmpty();
    }

    /** The body; a missing node when it is no JSON. */
    public JsonNode json() {
        return Json.read(body);
    }

    /** The lines of an NDJSON body. */
    public List<JsonNode> lines() {
        return body.lines().filter(line -> !line.isBlank()).map(Json::read).toList();
    }

    /** Code of the problem, empty for an answer that is none. */
    public String problem() {
        return ok() ? "" : json().path("code").asText();
    }
}
