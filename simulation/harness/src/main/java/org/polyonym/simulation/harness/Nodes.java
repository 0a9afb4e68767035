package org.polyonym.simulation.harness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The nodes of one platform, and when a request goes to the next of them: the rule of {@code docs/CLIENTS.md}. Each node
 * gets a request at most once. Thread-safe.
 */
final class Nodes {
    private static final Set<Integer> UNAVAILABLE = Set.of(503, 504);
    private static final int NOT_FOUND = 404;
    private static final String PROBLEM = "application/problem+json";
    /** At its limit, no majority, stopping: said before anything was done. */
    private static final Set<String> NOTHING_DONE = Set.of("PLY-5004", "PLY-5006", "PLY-5009");

    private final List<URI> urls;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Nodes(List<URI> urls) {
        this.urls = List.copyOf(urls);
    }

    List<URI> urls() {
        return urls;
    }

    /** The answer of the first node that gives one, beginning with the node of that number (from 0, any number will do). */
    Answer send(Call call, int first) {
        return ask(
                call, first, BodyHandlers.ofByteArray(), response -> passesOn(call, answer(response)), Nodes::answer);
    }

    /** The same line by line; the stream closes the connection when it is closed. */
    Stream<String> stream(Call call, int first) {
        return ask(
                call,
                first,
                BodyHandlers.ofLines(),
                response -> call.mayBeDoneTwice() && isUnavailable(response.statusCode(), type(response)),
                HttpResponse::body);
    }

    /** The answer of one node, which is asked alone. */
    Answer sendTo(URI node, Call call) throws IOException {
        return answer(once(node, call, BodyHandlers.ofByteArray()));
    }

    private <T, R> R ask(
            Call call,
            int first,
            BodyHandler<T> handler,
            Predicate<HttpResponse<T>> passesOn,
            Function<HttpResponse<T>, R> result) {
        for (int attempt = 1; ; attempt++) {
            URI node = urls.get(Math.floorMod(first + attempt - 1, urls.size()));
            boolean last = attempt == urls.size();
            try {
                HttpResponse<T> response = once(node, call, handler);
                if (last || !passesOn.test(response)) {
                    return result.apply(response);
                }
            } catch (IOException e) {
                if (last || !(wasNotSent(e) || call.mayBeDoneTwice())) {
                    throw new HarnessException("the platform at " + node + " does not answer: " + e.getMessage(), e);
                }
            }
        }
    }

    private <T> HttpResponse<T> once(URI node, Call call, BodyHandler<T> handler) throws IOException {
        try {
            return http.send(call.to(node), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    private static boolean wasNotSent(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    /** Whether another node is to be asked. */
    static boolean passesOn(Call call, Answer answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!isUnavailable(answer.status(), type)) {
            return false;
        }
        return call.mayBeDoneTwice() || !type.startsWith(PROBLEM) || NOTHING_DONE.contains(answer.problemCode());
    }

    /** A 404 that is no problem document comes from a server that has lost the platform behind it. */
    private static boolean isUnavailable(int status, String type) {
        return UNAVAILABLE.contains(status) || status == NOT_FOUND && !type.startsWith(PROBLEM);
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
