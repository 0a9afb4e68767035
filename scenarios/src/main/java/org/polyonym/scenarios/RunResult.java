package org.polyonym.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.simulation.harness.Json;

/**
 * What a run found, read from Cucumber's own JSON.
 *
 * @param scenarios in order
 */
public record RunResult(List<Outcome> scenarios) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * One scenario.
     *
     * @param feature its feature
     * @param name its name
     * @param tags without the at sign
     * @param passed whether every step and hook passed
     * @param steps the steps as text
     * @param error first error message, empty when it passed
     * @param millis from its beginning to its end, hooks included
     */
    public record Outcome(
            String feature,
            String name,
            List<String> tags,
            boolean passed,
            List<String> steps,
            String error,
            long millis) {}

    static RunResult of(Path json) {
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (JsonNode feature : Json.MAPPER.readTree(Files.readString(json))) {
                List<String> background = new ArrayList<>();
                for (JsonNode element : feature.path("elements")) {
                    if ("background".equals(element.path("type").asText())) {
                        background = texts(element);
                        continue;
                    }
                    outcomes.add(outcome(feature.path("name").asText(), element, background));
                }
            }
            return new RunResult(List.copyOf(outcomes));
        } catch (IOException e) {
            throw new UncheckedIOException("the run left no result in " + json, e);
        }
    }

    private static Outcome outcome(String feature, JsonNode element, List<String> background) {
        List<String> tags = new ArrayList<>();
        element.path("tags").forEach(t -> tags.add(t.path("name").asText().substring(1)));
        boolean passed = true;
        String error = "";
        long nanos = 0;
        for (String part : List.of("before", "steps", "after")) {
            for (JsonNode step : element.path(part)) {
                JsonNode result = step.path("result");
                nanos += result.path("duration").asLong();
                if (!"passed".equals(result.path("status").asText())) {
                    passed = false;
                    error = error.isEmpty() ? firstLine(result) : error;
                }
            }
        }
        List<String> steps = new ArrayList<>(background);
        steps.addAll(texts(element));
        return new Outcome(feature, element.path("name").asText(), tags, passed, steps, error, nanos / NANOS_PER_MILLI);
    }

    private static String firstLine(JsonNode result) {
        return result.path("error_message")
                .asText(result.path("status").asText())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(JsonNode element) {
        List<String> texts = new ArrayList<>();
        element.path("steps")
                .forEach(s ->
                        texts.add(s.path("keyword").asText() + s.path("name").asText()));
        return texts;
    }

    /** Number that passed. */
    public long passed() {
        return scenarios.stream().filter(Outcome::passed).count();
    }

    /** Number that did not. */
    public long failed() {
        return scenarios.size() - passed();
    }
}
