package org.polyonym.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One run of the compatibility features over one jar. One run at a time in a JVM. */
public final class KitRun {
    /** System property that tells the steps which jar. */
    public static final String JAR = "polyonym.kit.jar";
    /** System property that tells the steps which kit file. */
    public static final String KIT = "polyonym.kit.file";
    /** Deadline of each search. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String PASSED = "passed";

    private KitRun() {}

    /**
     * Runs the features, writes {@code report.html} and {@code report.json}.
     *
     * @param only regular expression that the names of the scenarios contain; empty for all
     * @return the failed scenarios by name with what is wrong; empty when the connector is compatible
     * @throws IllegalArgumentException when jar or kit file cannot be used
     */
    public static Result check(Path jar, Path kit, Path report, String only) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("no file " + jar + ": build the connector first (mvn package)");
        }
        KitFile.read(kit);
        Files.createDirectories(report);
        Path json = report.resolve("report.json");
        Files.deleteIfExists(json);
        System.setProperty(JAR, jar.toAbsolutePath().toString());
        System.setProperty(KIT, kit.toAbsolutePath().toString());
        System.setProperty("cucumber.publish.quiet", "true");
        Main.run(
                new String[] {
                    "--no-summary",
                    "--name",
                    only,
                    "--glue",
                    "org.polyonym.kit.steps",
                    "--plugin",
                    KitLines.class.getName(),
                    "--plugin",
                    "html:" + report.resolve("report.html"),
                    "--plugin",
                    "json:" + json,
                    "classpath:compatibility"
                },
                KitRun.class.getClassLoader());
        return Result.of(json);
    }

    /**
     * What became of a run.
     *
     * @param passed number of scenarios
     * @param failed scenarios that failed, with the first error of each
     */
    public record Result(int passed, Map<String, String> failed) {
        /** Whether the connector may be deployed. */
        public boolean compatible() {
            return passed > 0 && failed.isEmpty();
        }

        private static Result of(Path json) throws IOException {
            int passed = 0;
            Map<String, String> failed = new LinkedHashMap<>();
            for (JsonNode feature : new ObjectMapper().readTree(json.toFile())) {
                for (JsonNode scenario : feature.path("elements")) {
                    String error = error(scenario);
                    if (scenario.path("type").asText().equals("background")) {
                        continue;
                    }
                    if (error.isEmpty()) {
                        passed++;
                    } else {
                        failed.put(scenario.path("name").asText(), error);
                    }
                }
            }
            return new Result(passed, failed);
        }

        private static String error(JsonNode scenario) {
            for (JsonNode step : scenario.path("steps")) {
                JsonNode result = step.path("result");
                if (!result.path("status").asText().equals(PASSED)) {
                    return result.path("error_message")
                            .asText(result.path("status").asText());
                }
            }
            return "";
        }
    }
}
