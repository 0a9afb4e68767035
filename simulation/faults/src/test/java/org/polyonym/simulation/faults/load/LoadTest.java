package org.polyonym.simulation.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.client.Tokens;

@Timeout(60)
class LoadTest {
    private static final String POOR = "AA==";
    private static final String GOOD = "AQ==";
    private static final Traveller SOMEBODY = new Traveller(
            7, "MS-1", "Barada", "Nora", "1970-01-02", "F1", List.of(POOR, POOR), () -> List.of(GOOD, GOOD));

    @TempDir
    Path folder;

    private HttpServer server;
    private volatile Function<Sent, Integer> status = each -> 500;
    private volatile String problem = "";
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

    /** A registration as it arrived. */
    private record Sent(String system, String key, String image) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fingersOfTooPoorQualityAreCapturedOnceMoreUnderTheSameKey() throws Exception {
        answer(each -> each.image().equals(POOR) ? 422 : 201, "PLY-3005");
        List<Load.Entered> entered = pairs();

        assertThat(entered).extracting(each -> each.registration().system()).containsExactlyInAnyOrder("EES", "VIS");
        assertThat(sent)
                .containsExactlyInAnyOrder(
                        new Sent("EES", "p7-EES", POOR),
                        new Sent("EES", "p7-EES", GOOD),
                        new Sent("VIS", "p7-VIS", POOR),
                        new Sent("VIS", "p7-VIS", GOOD));
    }

    @Test
    void anotherRefusalOrASecondOneIsTheLastWord() throws Exception {
        answer(each -> 422, "PLY-3005");
        assertThat(pairs()).isEmpty();
        assertThat(sent).hasSize(4);

        sent.clear();
        answer(each -> 422, "PLY-1006");
        assertThat(pairs()).isEmpty();
        assertThat(sent).hasSize(2);
    }

    private List<Load.Entered> pairs() throws Exception {
        Nodes nodes = new Nodes(List.of(new Node(
                "node-1", URI.create("http://127.0.0.1:" + server.getAddress().getPort()))));
        Client client = new Client(new Tokens(key()), Duration.ofSeconds(20));
        try (History history = new History(folder.resolve("history-" + System.nanoTime()))) {
            Load load = new Load("run", client, nodes, history, 1);
            load.pairs(List.of(SOMEBODY), 1);
            return load.entered();
        }
    }

    private void answer(Function<Sent, Integer> statusOf, String code) {
        status = statusOf;
        problem = code;
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode body = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Sent arrived = new Sent(
                exchange.getRequestURI().getPath().split("/")[3],
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body.path("samples").path(0).path("image").asText());
        sent.add(arrived);
        int code = status.apply(arrived);
        String text = code == 201
                ? "{\"record\":{\"ref\":\"" + arrived.system() + "/r\"}}"
                : "{\"code\":\"" + problem + "\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Path key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] number =
                ((ECPrivateKey) generator.generateKeyPair().getPrivate()).getS().toByteArray();
        return Files.writeString(
                folder.resolve("issuer.jwk"),
                "{\"kid\":\"k\",\"d\":\"" + Base64.getUrlEncoder().encodeToString(number) + "\"}");
    }
}
