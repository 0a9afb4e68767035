package org.polyonym.simulation.faults.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request to one node, once. Never repeats, never chooses another node. Thread-safe. */
public final class Client {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final Tokens tokens;
    private final Duration limit;

    /** A request that is not answered within the limit has no answer. */
    public Client(Tokens tokens, Duration limit) {
        this.tokens = tokens;
        this.limit = limit;
    }

    /**
     * A request.
     *
     * @param method HTTP method
     * @param path with its query
     * @param body empty for none
     * @param headers besides token, purpose and case
     */
    public record Call(String method, String path, String body, Map<String, String> headers) {
        /** A read. */
        public static Call get(String path) {
            return new Call("GET", path, "", Map.of());
        }

        /** With a body. */
        public static Call post(String path, String body, Map<String, String> headers) {
            return new Call("POST", path, body, headers);
        }
    }

    /** The whole answer; empty when none came, so that nothing is known of what the request has done. */
    public Optional<Answer> send(Node node, Official official, String caseReference, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.base().resolve(call.path()))
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .timeout(limit)
                .header("Authorization", "Bearer " + tokens.of(official))
                .header("Polyonym-Purpose", official.purpose())
                .header("Polyonym-Case", caseReference);
        if (!call.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        call.headers().forEach(request::header);
        return exchange(request.build());
    }

    /** A read that needs no token. */
    public Optional<Answer> open(Node node, String path) {
        return exchange(
                HttpRequest.newBuilder(node.base().resolve(path)).timeout(limit).build());
    }

    /** The limit of the request ends with the first byte; a body that never ends has to be given up here. */
    private Optional<Answer> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> sent = http.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> got = sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new Answer(
                    got.statusCode(), got.headers().firstValue("Retry-After").orElse(""), got.body()));
        } catch (ExecutionException | TimeoutException noAnswer) {
            sent.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Reads until an answer is none of the server's faults, on one node after the other; empty when none is within the tries. */
    public Optional<Answer> read(Iterable<Node> nodes, Official official, String caseReference, String path, int tries)
            throws InterruptedException {
        for (int i = 0; i < tries; i++) {
            for (Node node : nodes) {
                Optional<Answer> answer = send(node, official, caseReference, Call.get(path));
                if (answer.filter(it -> !it.failed()).isPresent()) {
                    return answer;
                }
            }
            Thread.sleep(PAUSE);
        }
        return Optional.empty();
    }
}
