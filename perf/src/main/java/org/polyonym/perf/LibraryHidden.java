package org.polyonym.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Json;

/** A case as the scenario library has it, run against the loaded platform without emptying its store. */
final class LibraryHidden implements HiddenCase {
    /** As every scenario of the library has it. */
    private static final Instant LEGAL_TIME = Instant.parse("2026-06-15T09:00:00Z");
    /** The case begins after this share of the load. */
    private static final double FIRST = 0.3;

    private final Arguments arguments;
    private final CaseLibrary library;

    LibraryHidden(Arguments arguments, CaseLibrary library) {
        this.arguments = arguments;
        this.library = library;
    }

    @Override
    public Instant legalTime() {
        return LEGAL_TIME;
    }

    /** A rehearsal on the empty platform makes the prints and shows that the case passes without load. */
    @Override
    public void prepare() {
        System.out.println("rehearsing case " + arguments.caseId() + " on the empty platform");
        List<String> misses = played("rehearsal", false).misses();
        if (!misses.isEmpty()) {
            throw new HarnessException(
                    "case " + arguments.caseId() + " fails without any load: " + String.join("; ", misses));
        }
    }

    /**
     * What a run of the scenario library came to.
     *
     * @param status exit status of the program
     * @param scenarios as in {@code scenarios.json}
     */
    record Played(int status, JsonNode scenarios) {
        /** Everything that is not as the case expects it. */
        List<String> misses() {
            List<String> misses = new ArrayList<>();
            for (JsonNode scenario : scenarios) {
                if (!scenario.path("passed").asBoolean()) {
                    misses.add(scenario.path("name").asText() + ": "
                            + scenario.path("error").asText());
                }
            }
            if (scenarios.isEmpty()) {
                misses.add("no scenario ran");
            } else if (misses.isEmpty() && status != 0) {
                misses.add("the scenario library ended with status " + status);
            }
            return misses;
        }

        List<Exposure> exposures(long ended) {
            List<Exposure> exposures = new ArrayList<>();
            scenarios.forEach(each -> exposures.add(exposure(each, ended)));
            return exposures;
        }

        private static Exposure exposure(JsonNode scenario, long ended) {
            boolean passed = scenario.path("passed").asBoolean();
            List<String> steps = new ArrayList<>();
            scenario.path("steps").forEach(step -> steps.add(step.asText()));
            return new Exposure(
                    scenario.path("name").asText(),
                    true,
                    passed ? PASSED : FAILED,
                    "scenario of the library",
                    passed ? String.join("; ", steps) : scenario.path("error").asText(),
                    Optional.of(scenario.path("millis").asLong()),
                    Optional.of(ended));
        }
    }

    @Override
    public Outcome run(long began, long loadMillis) {
        sleep((long) (FIRST * loadMillis) - millisSince(began));
        long first = millisSince(began);
        Played played = played("case", true);
        long ended = millisSince(began);
        return new Outcome(played.exposures(ended), played.misses(), first, ended, List.of());
    }

    private Played played(String folder, boolean keep) {
        Path report = arguments.out().resolve(folder);
        List<String> command = new ArrayList<>(library.command());
        command.addAll(List.of("--home", arguments.homes().getFirst().toString()));
        command.addAll(List.of("--report", report.toString(), "--tags", "@" + arguments.caseId()));
        if (keep) {
            command.add("--keep");
        }
        try {
            Files.createDirectories(report);
            // One that an earlier campaign left would pass for this one's.
            Files.deleteIfExists(report.resolve("scenarios.json"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(report.resolve("output.txt").toFile())
                    .start();
            int status = process.waitFor();
            return new Played(
                    status,
                    Json.MAPPER
                            .readTree(report.resolve("scenarios.json").toFile())
                            .path("scenarios"));
        } catch (IOException e) {
            throw new HarnessException("the scenario library left no result, see " + report.resolve("output.txt"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }
}
