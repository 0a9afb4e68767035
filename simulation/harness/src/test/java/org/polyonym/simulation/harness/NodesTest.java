package org.polyonym.simulation.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rule of docs/CLIENTS.md. */
@Timeout(30)
class NodesTest {
    private static final Call SEARCH = new Call("POST", "/v1/searches", "{}", Map.of());
    private static final Call ENTRY = new Call("POST", "/v1/systems/SIS/records", "{}", Map.of());
    private static final Call ENTRY_WITH_KEY =
            new Call("POST", "/v1/systems/SIS/records", "{}", Map.of("idempotency-key", "k-1"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void aNodeThatIsDownIsPassedOverByEveryRequest() throws IOException {
        Nodes nodes = new Nodes(List.of(nobody(), node("second", 201, "application/json", "{}")));
        assertThat(nodes.send(ENTRY, 0).status()).isEqualTo(201);
        assertThat(nodes.stream(SEARCH, 0).toList()).containsExactly("{}");
        assertThat(asked).containsExactly("second", "second");
    }

    @Test
    void aNodeThatStopsIsPassedOverByEveryRequest() throws IOException {
        Nodes nodes = new Nodes(List.of(problem("first", "PLY-5009"), node("second", 201, "application/json", "{}")));
        assertThat(nodes.send(ENTRY, 0).status()).isEqualTo(201);
        assertThat(nodes.send(SEARCH, 0).status()).isEqualTo(201);
        assertThat(asked).containsExactly("first", "second", "first", "second");
    }

    @Test
    void anEntryOfWhichNothingIsKnownIsRepeatedOnlyUnderItsKey() throws IOException {
        Nodes nodes = new Nodes(List.of(problem("first", "PLY-5002"), node("second", 201, "application/json", "{}")));
        assertThat(nodes.send(ENTRY, 0).problemCode()).isEqualTo("PLY-5002");
        assertThat(asked).containsExactly("first");
        assertThat(nodes.send(ENTRY_WITH_KEY, 0).status()).isEqualTo(201);
    }

    @Test
    void anEntryThatTookTooLongIsRepeatedOnlyUnderItsKey() throws IOException {
        Nodes nodes = new Nodes(List.of(
                node("first", 504, "application/problem+json", "{\"code\":\"PLY-1014\"}"),
                node("second", 201, "application/json", "{}")));
        assertThat(nodes.send(ENTRY, 0).status()).isEqualTo(504);
        assertThat(nodes.send(ENTRY_WITH_KEY, 0).status()).isEqualTo(201);
    }

    @Test
    void anEntryWhoseConnectionBreaksIsRepeatedOnlyUnderItsKey() throws IOException {
        Nodes nodes = new Nodes(List.of(breaking(), node("second", 201, "application/json", "{}")));
        assertThatThrownBy(() -> nodes.send(ENTRY, 0)).hasMessageContaining("does not answer");
        assertThat(asked).doesNotContain("second");
        assertThat(nodes.send(ENTRY_WITH_KEY, 0).status()).isEqualTo(201);
    }

    @Test
    void aServerThatHasLostItsPlatformIsPassedOver() throws IOException {
        Nodes nodes = new Nodes(
                List.of(node("first", 404, "text/html", "nothing"), node("second", 200, "application/json", "{}")));
        assertThat(nodes.send(ENTRY, 0).status()).isEqualTo(200);
    }

    @Test
    void whatThePlatformDoesNotFindIsAnAnswer() throws IOException {
        Nodes nodes =
                new Nodes(List.of(node("first", 404, "application/problem+json", "{}"), node("second", 200, "", "{}")));
        assertThat(nodes.send(SEARCH, 0).status()).isEqualTo(404);
    }

    @Test
    void theLastNodeSpeaksForAllAndNoNodeIsAskedTwice() throws IOException {
        Nodes nodes = new Nodes(List.of(problem("first", "PLY-5009"), problem("second", "PLY-5006")));
        assertThat(nodes.send(SEARCH, 1).problemCode()).isEqualTo("PLY-5009");
        assertThat(asked).containsExactly("second", "first");
    }

    private URI problem(String name, String code) throws IOException {
        return node(name, 503, "application/problem+json", "{\"code\":\"" + code + "\"}");
    }

    private URI node(String name, int status, String type, String body) throws IOException {
        HttpServer server = server();
        server.createContext("/", exchange -> {
            asked.add(name);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return address(server);
    }

    private URI breaking() throws IOException {
        HttpServer server = server();
        server.createContext("/", exchange -> {
            asked.add("breaking");
            exchange.close();
        });
        return address(server);
    }

    private static URI nobody() throws IOException {
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + closedAtOnce.getLocalPort());
        }
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        servers.add(server);
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
