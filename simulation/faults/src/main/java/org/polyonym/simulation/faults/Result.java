package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polyonym.simulation.faults.client.Json;

/**
 * All runs of a call together.
 *
 * @param settings of the call
 * @param runs their results
 */
record Result(Settings settings, List<ObjectNode> runs) {
    private static final long GIT_SECONDS = 10;

    /** Writes {@code result.json} and {@code report.html}, prints the table; whether all hold. */
    boolean write() throws IOException, InterruptedException {
        ObjectNode json = Json.object()
                .put("at", Instant.now().toString())
                .put("commit", commit())
                .put("machine", machine())
                .put("jdk", Runtime.version().toString())
                .put("seed", settings.seed())
                .put("rate", settings.rate())
                .put("seconds", settings.duration().toSeconds());
        runs.forEach(json.withArray("runs")::add);
        Files.writeString(settings.results().resolve("result.json"), Json.pretty(json));
        Files.writeString(settings.results().resolve("report.html"), new Report(settings, json).html());
        System.out.println();
        for (ObjectNode run : runs) {
            System.out.printf(
                    "%-16s %-8s to show that %s%n",
                    run.path("run").asText(),
                    run.path("ok").asBoolean() ? "passed" : "FAILED",
                    run.path("proves").asText());
        }
        System.out.println("report: " + settings.results().resolve("report.html"));
        return runs.stream().allMatch(run -> run.path("ok").asBoolean());
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores";
    }

    private String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .directory(settings.root().toFile())
                    .start();
            String text = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return git.waitFor(GIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0 ? text.strip() : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
