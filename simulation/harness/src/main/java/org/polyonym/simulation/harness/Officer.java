package org.polyonym.simulation.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.Submission;

/**
 * One official with a token, a purpose and a case: everything that can be done over the public interface. Thread-safe.
 */
public final class Officer {
    /** Seconds that a registration waits for its detection. */
    public static final int WAIT_SECONDS = 60;

    private final Platform platform;
    private final Authority authority;
    private final String user;
    private final String token;
    private final String purpose;
    private final String caseReference;
    private final int node;

    /** The node is where this officer's requests go first. */
    Officer(
            Platform platform,
            Authority authority,
            String user,
            String token,
            String purpose,
            String caseReference,
            int node) {
        this.platform = platform;
        this.authority = authority;
        this.user = user;
        this.token = token;
        this.purpose = purpose;
        this.caseReference = caseReference;
        this.node = node;
    }

    /** Whose officer this is. */
    public Authority authority() {
        return authority;
    }

    /** The official's identifier. */
    public String user() {
        return user;
    }

    /** Enters a record and waits for its detection. */
    public Answer register(String system, Submission submission) {
        return post("/v1/systems/" + system + "/records", submission, Map.of("Prefer", "wait=" + WAIT_SECONDS));
    }

    /** Replaces a record's data and waits for its detection. */
    public Answer amend(OriginRef ref, long version, Submission submission) {
        return send(
                "PUT",
                record(ref),
                Json.write(submission),
                Map.of("If-Match", Long.toString(version), "Prefer", "wait=" + WAIT_SECONDS));
    }

    /** Erases a record. */
    public Answer erase(OriginRef ref, String reason) {
        String path = record(ref) + "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8);
        return send("DELETE", path, "", Map.of("Prefer", "wait=" + WAIT_SECONDS));
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    /** Asks or creates with a JSON body. */
    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** The same with extra headers. */
    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body instanceof String text ? text : Json.write(body), headers);
    }

    /** Replaces with a JSON body. */
    public Answer put(String path, Object body) {
        return send("PUT", path, Json.write(body), Map.of());
    }

    /** Any request with this officer's token, purpose and case. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        return platform.send(call(method, path, body, headers), node);
    }

    /** Lines as they arrive; the stream closes the connection when it is closed. */
    public Stream<String> stream(String path, Object body) {
        return platform.stream(call("POST", path, Json.write(body), Map.of()), node);
    }

    /** The headers of this officer's requests, for clients of another make. */
    public Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "Polyonym-Purpose",
                purpose,
                "Polyonym-Case",
                caseReference,
                "Content-Type",
                "application/json");
    }

    /** This officer's headers without one of them, for tests of refusals. */
    public Map<String, String> headersWithout(String name) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.remove(name);
        return headers;
    }

    private Call call(String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = headersWithout(body.isEmpty() ? "Content-Type" : "");
        all.putAll(headers);
        return new Call(method, path, body, all);
    }

    private static String record(OriginRef ref) {
        return "/v1/systems/" + ref.system() + "/records/" + ref.recordId();
    }
}
