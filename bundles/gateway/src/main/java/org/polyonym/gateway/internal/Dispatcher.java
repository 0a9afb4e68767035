package org.polyonym.gateway.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Reply;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a request: route, token, operation, body, endpoint, audit entry, answer. The audit entry is on disk before the
 * first byte of the answer leaves; where it cannot be stored, the answer is withheld. Thread-safe.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String BEARER = "bearer ";

    private final Endpoints endpoints;
    private final Gate gate;
    private final Router router;
    private final Mapping mapping;
    private final ReplyWriter writer;
    private final Bodies bodies = new Bodies();

    Dispatcher(Endpoints endpoints, Gate gate, ReplyWriter writer) {
        this.endpoints = endpoints;
        this.gate = gate;
        this.router = new Router(endpoints.description().operations());
        this.mapping = endpoints.mapping();
        this.writer = writer;
    }

    /** Does the work on the calling thread. */
    void run(Exchange exchange) {
        try {
            serve(exchange);
        } catch (JsonProcessingException e) {
            refuse(exchange, Exchange.Owner.WORKER, e);
        } catch (IOException e) {
            LOG.debug("{} the client has gone", exchange.reference());
            // If it has not, an answer without a status of its own would pass for a success.
            refuse(
                    exchange,
                    Exchange.Owner.WORKER,
                    ProblemException.causedBy(ProblemType.REQUEST_TIMEOUT, "the request was not read to its end", e));
        } catch (Throwable e) {
            refuse(exchange, Exchange.Owner.WORKER, e);
        } finally {
            exchange.completeIfMine(Exchange.Owner.WORKER);
        }
    }

    /** Answers a request that is not worked on, before anything is read of it. */
    void turnAway(Exchange exchange, ProblemException problem) {
        refuse(exchange, Exchange.Owner.WORKER, problem);
        exchange.completeIfMine(Exchange.Owner.WORKER);
    }

    /** Answers for a worker that is late. */
    void expire(Exchange exchange) {
        if (exchange.claim(Exchange.Owner.DEADLINE)) {
            refuse(
                    exchange,
                    Exchange.Owner.DEADLINE,
                    ProblemException.of(ProblemType.REQUEST_TIMEOUT, "the work may still be completed"));
            exchange.completeIfMine(Exchange.Owner.DEADLINE);
        }
    }

    private void serve(Exchange exchange) throws IOException {
        Router.Route route = router.route(exchange.request().getMethod(), exchange.path());
        exchange.routed(route);
        Operation operation = route.operation().orElseThrow(() -> noRoute(route));
        if (!operation.open()) {
            Caller caller = authenticate(exchange);
            exchange.identified(caller);
            gate.access().requireOperation(caller, operation.operationId());
        }
        if (operation.writes()) {
            gate.requireMajority();
        }
        Endpoints.Served served = endpoints
                .enter(operation)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.COMPONENT_UNAVAILABLE,
                        "the component that does " + operation.operationId() + " is not running"));
        try {
            answer(exchange, served.endpoint());
        } finally {
            served.requests().leave();
        }
    }

    private void answer(Exchange exchange, Endpoint endpoint) throws IOException {
        try (Bodies.Body body = bodies.read(exchange.request())) {
            Reply reply = endpoint.handle(new HttpRequest(
                    exchange.request(), exchange.caller(), exchange.parameters(), body.bytes(), mapping.now()));
            if (reply.stream().isPresent()) {
                stream(exchange, reply, reply.stream().get());
            } else {
                release(exchange, reply);
            }
        }
    }

    private static ProblemException noRoute(Router.Route route) {
        return route.allowed().isEmpty()
                ? ProblemException.of(ProblemType.NOT_FOUND, "no operation has this path")
                : ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "the path is served with " + route.allowed());
    }

    private Caller authenticate(Exchange exchange) {
        String header = Optional.ofNullable(exchange.request().getHeader("Authorization"))
                .orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ProblemException.of(ProblemType.TOKEN_MISSING, "the Authorization header holds no bearer token");
        }
        return gate.access()
                .authenticate(
                        header.substring(BEARER.length()).strip(),
                        Optional.ofNullable(exchange.request().getHeader("Polyonym-Purpose"))
                                .orElse(""),
                        Optional.ofNullable(exchange.request().getHeader("Polyonym-Case"))
                                .orElse(""));
    }

    private void release(Exchange exchange, Reply reply) throws IOException {
        ReplyWriter.Rendered answer = writer.render(reply);
        if (exchange.claim(Exchange.Owner.WORKER)) {
            audit(exchange, answer.status(), "");
            writer.send(exchange.response(), answer);
        }
    }

    private void stream(Exchange exchange, Reply reply, Reply.LineStream stream) throws IOException {
        LineWriter lines = new LineWriter(
                exchange, writer, reply.status(), reply.headers(), () -> audit(exchange, reply.status(), ""));
        try {
            stream.writeTo(lines);
            lines.start();
        } catch (RuntimeException | Error e) {
            if (lines.gone()) {
                throw new IOException("the client has gone", e);
            }
            if (!lines.started()) {
                throw e;
            }
            ProblemException problem = Faults.problem(e, exchange.operation(), exchange.reference());
            lastLine(lines, Problem.of(problem, exchange.reference()));
        }
    }

    /** The status is out already: the caller learns from the last line that the answer is not complete. */
    private static void lastLine(LineWriter lines, Problem problem) throws IOException {
        try {
            lines.accept(Map.of("type", "PROBLEM", "problem", problem));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void refuse(Exchange exchange, Exchange.Owner who, Throwable fault) {
        ProblemException problem = Faults.problem(fault, exchange.operation(), exchange.reference());
        if (!exchange.claim(who) || exchange.response().isCommitted()) {
            return;
        }
        try {
            writer.send(
                    exchange.response(), auditedRefusal(exchange, problem), exchange.reference(), exchange.allowed());
        } catch (IOException e) {
            LOG.debug("{} the client has gone", exchange.reference());
        }
    }

    private ProblemException auditedRefusal(Exchange exchange, ProblemException problem) {
        if (exchange.caller().isEmpty() || problem.type() == ProblemType.AUDIT_UNAVAILABLE) {
            return problem;
        }
        try {
            audit(exchange, problem.type().status(), problem.type().code());
            return problem;
        } catch (ProblemException e) {
            // That the store is away is why the entry cannot be written, and tells of nothing else.
            return problem.type() == ProblemType.STORE_UNAVAILABLE
                    ? problem
                    : Faults.problem(e, exchange.operation(), exchange.reference());
        }
    }

    private void audit(Exchange exchange, int status, String code) {
        if (exchange.caller().isEmpty()) {
            return;
        }
        Map<String, String> detail = new HashMap<>();
        detail.put("operation", exchange.operation());
        detail.put("status", Integer.toString(status));
        detail.put("request", exchange.reference());
        if (!code.isEmpty()) {
            detail.put("problem", code);
        }
        gate.audit(new AuditEntry("REQUEST", exchange.caller().get(), subject(exchange.parameters()), detail));
    }

    private static List<String> subject(Map<String, String> parameters) {
        if (parameters.containsKey("system") && parameters.containsKey("recordId")) {
            return List.of(Quoted.shorten(parameters.get("system") + "/" + parameters.get("recordId")));
        }
        return parameters.values().stream().map(Quoted::shorten).toList();
    }
}
