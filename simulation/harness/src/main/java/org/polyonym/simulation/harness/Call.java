package org.polyonym.simulation.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

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
    private static final Pattern QUESTION =
            Pattern.compile("/v1/(searches|biometric-searches|identity-checks|systems/[^/]+/searches)");

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
                || method.equals("POST") && QUESTION.matcher(path).matches()
                || named.containsKey("Idempotency-Key");
    }
}
