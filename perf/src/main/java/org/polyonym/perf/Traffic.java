package org.polyonym.perf;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.polyonym.simulation.harness.Json;

/** What one arrival does: one request, repeated once at another node when its node does not answer. */
final class Traffic {
    /** As the gateway's own limit of a request. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);

    private static final AtomicReference<Traffic> HANDED_OVER = new AtomicReference<>();
    private static final String CALL = "call";
    private static final String NODE = "node";
    private static final String STATUS = "status";
    private static final String ANSWER = "answer";
    private static final String MILLIS = "millis";
    private static final int UNAVAILABLE = 503;
    private static final int NOT_FOUND = 404;

    private final Mix mix;
    private final Duration duration;
    private final Nodes nodes;
    private final Calls calls;
    private final Recorder recorder;
    private final Consumer<Travellers.Entry> acknowledged;

    /** Tells {@code acknowledged} of every record as soon as the platform has answered that it is stored. */
    Traffic(
            Mix mix,
            Duration duration,
            Nodes nodes,
            Calls calls,
            Recorder recorder,
            Consumer<Travellers.Entry> acknowledged) {
        this.mix = mix;
        this.duration = duration;
        this.nodes = nodes;
        this.calls = calls;
        this.recorder = recorder;
        this.acknowledged = acknowledged;
    }

    /** Gatling makes its simulation itself, without arguments; this is what it will find. */
    void handOver() {
        HANDED_OVER.set(this);
    }

    static Traffic handedOver() {
        return HANDED_OVER.get();
    }

    Mix mix() {
        return mix;
    }

    Duration duration() {
        return duration;
    }

    ChainBuilder arrival(Operation operation) {
        ChainBuilder once = exec(session -> session.set(CALL, calls.next(operation))
                        .set(NODE, nodes.next())
                        .set("repeated", false))
                .exec(request(operation.label()));
        if (nodes.size() > 1) {
            once = once.doIf(Traffic::unanswered)
                    .then(exec(this::toAnotherNode).exec(request(operation.label() + " (at another node)")));
        }
        return once.exec(this::done);
    }

    private HttpRequestActionBuilder request(String label) {
        HttpRequestActionBuilder request = http(label)
                .post(session -> nodes.address(session.getInt(NODE))
                        .resolve(call(session).path())
                        .toString())
                .body(StringBody(
                        (Function<Session, String>) session -> call(session).body()))
                .requestTimeout(REQUEST_LIMIT)
                .check(
                        status().saveAs(STATUS),
                        responseTimeInMillis().saveAs(MILLIS),
                        bodyString().saveAs(ANSWER),
                        status().in(List.of(200, 201)));
        for (String name : List.of("Authorization", "Polyonym-Purpose", "Polyonym-Case", "Content-Type")) {
            request = request.header(name, session -> call(session).headers().get(name));
        }
        return request.header(
                "Idempotency-Key", session -> call(session).headers().getOrDefault("Idempotency-Key", "none"));
    }

    private static Calls.Call call(Session session) {
        return session.get(CALL);
    }

    /** No answer, a node that cannot help, or a 404 that is not the platform's own: docs/CLIENTS.md. */
    private static boolean unanswered(Session session) {
        if (!session.contains(STATUS)) {
            return true;
        }
        int status = session.getInt(STATUS);
        return status == UNAVAILABLE || status == NOT_FOUND && code(session).equals("HTTP-" + NOT_FOUND);
    }

    private Session toAnotherNode(Session session) {
        int node = session.getInt(NODE);
        nodes.didNotAnswer(node);
        return session.removeAll(STATUS, ANSWER, MILLIS)
                .markAsSucceeded()
                .set(NODE, nodes.after(node))
                .set("repeated", true);
    }

    private Session done(Session session) {
        Calls.Call call = call(session);
        String code = code(session);
        boolean repeated = session.getBoolean("repeated");
        // The time of a repeated request is that of both together, as its officer has waited.
        long millis = repeated || !session.contains(MILLIS) ? calls.now() - call.atMillis() : session.getLong(MILLIS);
        recorder.add(new Recorder.Sample(call.operation(), call.atMillis(), millis, code, repeated));
        if (code.isEmpty()) {
            call.entry().ifPresent(acknowledged);
        }
        return session;
    }

    private static String code(Session session) {
        if (!session.contains(STATUS)) {
            return Recorder.NO_ANSWER;
        }
        int status = session.getInt(STATUS);
        if (status / 100 == 2) {
            return "";
        }
        try {
            String code =
                    Json.MAPPER.readTree(session.getString(ANSWER)).path("code").asText();
            return code.isEmpty() ? "HTTP-" + status : code;
        } catch (JsonProcessingException notAProblem) {
            return "HTTP-" + status;
        }
    }
}
