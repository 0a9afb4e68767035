package org.polyonym.simulation.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param headers response headers
 * @param bytes body as received
 */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {
    /** An answer read line by line. */
    public static Answer ofLines(List<String> lines) {
        byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as JSON; a missing node when there is none. */
    public JsonNode json() {
        return bytes.length == 0 ? MissingNode.getInstance() : parse(text());
    }

    /** The lines of an NDJSON body. */
    public List<JsonNode> lines() {
        return text().lines().filter(line -> !line.isBlank()).map(Answer::parse).toList();
    }

    /** The problem code such as {@code PLY-1004}, empty when it is no problem. */
    public String problemCode() {
        return ok() ? "" : json().path("code").asText();
    }

    /** Returns this answer if it is 2xx, else fails with what the platform said. */
    public Answer expectOk() {
        if (!ok()) {
            throw new HarnessException("the platform answered " + status + ": " + text());
        }
        return this;
    }

    static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new HarnessException("not JSON: " + text, e);
        }
    }
}
