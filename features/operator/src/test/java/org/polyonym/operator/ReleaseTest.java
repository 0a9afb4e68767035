package org.polyonym.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that name a connector, against a server that answers as the platform does. */
class ReleaseTest {
    private static final String CONNECTORS = """
            {"connectors": [{"name": "eu.example.held", "condition": "SERVING"},
                            {"name": "eu.example.held", "condition": "QUARANTINED"},
                            {"name": "eu.example.well", "condition": "SERVING"}]}
            """;
    private static final String NOT_FOUND = """
            {"code": "PLY-1009", "title": "There is no such resource", "detail": "none",
             "remedy": "Check the path against /openapi.json and the identifier."}
            """;

    @TempDir
    Path home;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HttpServer platform;

    @BeforeEach
    void start() throws IOException {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/v1/connectors", ReleaseTest::answer);
        platform.start();
        Files.writeString(
                home.resolve("instance.env"),
                "url=http://127.0.0.1:" + platform.getAddress().getPort() + "\n");
        Files.writeString(home.resolve("token"), "abc");
    }

    @AfterEach
    void stop() {
        platform.stop(0);
        System.setOut(console);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (path.contains("gone")) {
            byte[] body = NOT_FOUND.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
        } else if (path.endsWith("/release")) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            byte[] body = CONNECTORS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Test
    void saysWhereTheNamesAreWhenNoneOfThatNameIsDeployed() {
        String told = "no connector eu.example.gone is deployed;"
                + " names are in the column Connector of ./polyonym connectors";

        assertThatThrownBy(() -> run("undeploy", "eu.example.gone", "--yes")).hasMessage(told);
        assertThatThrownBy(() -> run("release", "eu.example.gone")).hasMessage(told);
    }

    @Test
    void saysWhetherThereWasAnythingToRelease() throws Exception {
        run("release", "eu.example.held");
        run("release", "eu.example.well");

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("eu.example.held is released from quarantine", "eu.example.well was in no quarantine");
    }

    private void run(String command, String... rest) throws Exception {
        List<String> options = new ArrayList<>(List.of(rest));
        options.addAll(List.of(
                "--home", home.toString(), "--token-file", home.resolve("token").toString()));
        OperatorMain.run(command, Arguments.parse(options));
    }
}
