package org.polyonym.simulation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.polyonym.simulation.harness.Json;

/** The result of the generator's calibration check, as measured when the generator was last changed. */
final class GeneratorCheck {
    private GeneratorCheck() {}

    static Optional<String> read() {
        try (InputStream in = GeneratorCheck.class.getResourceAsStream("calibration.json")) {
            return in == null ? Optional.empty() : Optional.of(words(Json.MAPPER.readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("calibration.json cannot be read", e);
        }
    }

    private static String words(JsonNode check) {
        return "Check of the generator: " + check.path("summary").asText();
    }
}
