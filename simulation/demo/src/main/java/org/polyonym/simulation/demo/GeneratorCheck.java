package org.polyonym.simulation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
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
        return String.format(
                Locale.ROOT,
                "Check of the generator (command CalibrationMain, seed %d, %d fingers, against FVC2002 DB1_B, a set of real"
                        + " prints, measured in the same run): genuine quartiles %.0f / %.0f / %.0f against %.0f / %.0f / %.0f of the"
                        + " real set; %.2f %% of %d impostor pairs at 40 or more; %.1f %% of %d four-finger genuine"
                        + " comparisons at or above the fused threshold of %.0f. All targets %s.",
                check.path("seed").asLong(),
                check.path("fingers").asInt(),
                check.path("generatedGenuineP25").asDouble(),
                check.path("generatedGenuineP50").asDouble(),
                check.path("generatedGenuineP75").asDouble(),
                check.path("realGenuineP25").asDouble(),
                check.path("realGenuineP50").asDouble(),
                check.path("realGenuineP75").asDouble(),
                100 * check.path("generatedImpostorAtLeast40").asDouble(),
                check.path("generatedImpostorCount").asInt(),
                100 * check.path("fusedGenuineAtLeastThreshold").asDouble(),
                check.path("fusedGenuineCount").asInt(),
                check.path("fusedThreshold").asDouble(),
                check.path("targetsMet").asBoolean() ? "met" : "not met");
    }
}
