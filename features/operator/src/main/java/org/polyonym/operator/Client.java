package org.polyonym.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.polyonym.access.cli.DemoIssuer;
import org.polyonym.access.cli.TokenCommand;
import org.polyonym.json.JsonMapping;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;

/** An operator's connection to a platform. On a cluster it talks to the first node that runs. */
final class Client {
    private static final Authority OPERATOR = Authority.of("OPERATIONS@EU");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = JsonMapping.mapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;
    private final String caseReference;

    private Client(URI base, String token, String caseReference) {
        this.base = base;
        this.token = token;
        this.caseReference = caseReference;
    }

    /**
     * For the home named, with the token of a file or, on a demo, one of its own making. That nothing runs is told before a
     * token is asked for.
     */
    static Client of(Arguments arguments) throws CommandFailed, IOException {
        PlatformHome home = PlatformHome.of(arguments.home());
        URI base = home.running();
        return new Client(
                base, token(arguments, home.node()), arguments.value("--case").orElse("OPERATION"));
    }

    private static String token(Arguments arguments, Path home) throws CommandFailed, IOException {
        Optional<String> given = arguments.text("--token-file");
        if (given.isPresent()) {
            return given.get().strip();
        }
        if (!Files.isRegularFile(home.resolve("etc").resolve(DemoIssuer.FILE))) {
            throw new CommandFailed(
                    CommandFailed.WRONG_CALL, "not started with --demo: --token-file FILE with an operator's token");
        }
        return TokenCommand.demoToken(home, OPERATOR, arguments.value("--user").orElse("operator"), Purpose.OPERATIONS);
    }

    JsonNode get(String path) throws CommandFailed, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    JsonNode delete(String path) throws CommandFailed, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    JsonNode send(String method, String path, Object body) throws CommandFailed, InterruptedException, IOException {
        return send(method, path, BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)));
    }

    private JsonNode send(String method, String path, BodyPublisher body) throws CommandFailed, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Polyonym-Purpose", Purpose.OPERATIONS.name())
                .header("Polyonym-Case", caseReference)
                .header("Content-Type", "application/json")
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode answer =
                    response.body().length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw CommandFailed.refused(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new CommandFailed(CommandFailed.NOT_RUNNING, "no answer from " + base + ": " + e);
        }
    }
}
