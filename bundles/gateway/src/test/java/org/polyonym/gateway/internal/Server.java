package org.polyonym.gateway.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;
import org.polyonym.http.Endpoint;

/** The gateway behind the distribution's own HTTP server, on a free loopback port. */
public final class Server implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    public final FakeAccess access = new FakeAccess();
    final FakeAudit audit = new FakeAudit();
    final FakeGrid grid = new FakeGrid();
    final Gate gate = new Gate();
    final Endpoints endpoints = new Endpoints();
    final InFlight inFlight = new InFlight();

    private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer. */
    public record Answer(int status, Map<String, String> headers, String text) {
        public JsonNode json() {
            return read(text);
        }

        public String code() {
            return json().path("code").asText();
        }

        public String field() {
            return json().path("field").asText();
        }
    }

    public Server() {
        this(Limits.REQUEST_LIMIT, new Admission(Limits.MAX_CONCURRENT, 0, Duration.ZERO));
    }

    Server(Duration requestLimit, Admission admission) {
        gate.access = access;
        gate.audit = audit;
        gate.grid = grid;
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder =
                new ServletHolder(new GatewayServlet(endpoints, gate, inFlight, requestLimit, admission));
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        try {
            HttpResponse<String> response =
                    client.send(request(method, path, body, headers).build(), BodyHandlers.ofString());
            Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
            return new Answer(response.statusCode(), first, response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Offers an operation. */
    public void offer(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    HttpClient client() {
        return client;
    }

    /** A request as a border guard would send it; a header with an empty value is left out. */
    java.net.http.HttpRequest.Builder request(String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of(
                "Authorization", "Bearer " + FakeAccess.TOKEN,
                "Polyonym-Purpose", "BORDER_ENTRY",
                "Polyonym-Case", "case-1",
                "Content-Type", "application/json"));
        all.putAll(headers);
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + path))
                .timeout(LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return request;
    }

    int port() {
        return ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
