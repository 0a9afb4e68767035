package org.polyonym.gateway.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends a body without telling its length first. */
final class Chunked {
    private Chunked() {}

    static Server.Answer post(Server server, String path, String body) {
        try {
            HttpResponse<String> response = server.client()
                    .send(
                            server.request("POST", path, "", Map.of())
                                    .POST(BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                                    .build(),
                            BodyHandlers.ofString());
            return new Server.Answer(response.statusCode(), Map.of(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
