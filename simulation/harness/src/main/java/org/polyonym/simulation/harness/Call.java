package org.polyonym.simulation.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request that is not yet addressed to a node.
 *
 * @param method HTTP method
 * @param path with query, from the root
 * @param body empty for none
 * @param headers all of them
 */
record Call(String method, String path, String body, Map<String, String> headers) {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Set<String> QUESTIONS = Set.of("/v1/searches", "/v1/identity-checks");

    /** Addressed. */
    HttpRequest to(URI node) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    /** Whether doing it twice does no more than doing it once: a question, or a registration with a key. */
    boolean mayBeDoneTwice() {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        return method.equals("GET")
                || method.equals("POST") && QUESTIONS.contains(path)
                || named.containsKey("Idempotency-Key");
    }
}
