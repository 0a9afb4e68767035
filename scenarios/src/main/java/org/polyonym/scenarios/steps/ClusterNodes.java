package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.polyonym.scenarios.ScenariosMain;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Platform;

/** The nodes of the cluster under test and their processes. */
final class ClusterNodes {
    private static final int SIZE = 3;
    private static final int KEPT_CONNECTIONS = 5;
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path home = Path.of(System.getProperty(ScenariosMain.HOME));
    private final Platform platform;

    ClusterNodes(Platform platform) {
        this.platform = platform;
    }

    /** {@code kill -9}; returns when the process has ended and the client has noticed. */
    void kill(int node) {
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid(node))).orElseThrow();
        signal("-KILL", node);
        Platform.await("node " + node + " has ended", END_LIMIT, () -> !process.isAlive());
        // Connections that the client had kept are found broken by the first use of each.
        for (int i = 0; i < KEPT_CONNECTIONS; i++) {
            assertThat(isReady(node)).isFalse();
        }
    }

    /** Halts a process so that what is seen of it still holds when it is killed. */
    void halt(int node) {
        signal("-STOP", node);
    }

    void goOn(int node) {
        signal("-CONT", node);
    }

    /** Starts what is down; returns when every node is ready. */
    void startAll() {
        run(
                Duration.ofSeconds(2 * START_LIMIT.toSeconds()),
                System.getProperty(ScenariosMain.LAUNCHER),
                "start",
                "--nodes",
                Integer.toString(SIZE),
                "--demo",
                "--no-build",
                "--home",
                home.toString());
        Platform.await("every node is ready", START_LIMIT, () -> all().allMatch(node -> isReady(node)));
    }

    boolean isReady(int node) {
        try {
            return platform.node(node).get("/health/ready").ok();
        } catch (HarnessException noAnswer) {
            return false;
        }
    }

    /** Numbers of the nodes. */
    IntStream all() {
        return IntStream.rangeClosed(1, SIZE);
    }

    /** The number of a node, that one first, which holds claimed and unfinished tasks, as another one sees it. */
    Optional<Integer> atWork(int first) {
        JsonNode claimed =
                platform.node(first % SIZE + 1).get("/health/cluster").json().path("claimed");
        return IntStream.range(0, SIZE)
                .map(i -> (first - 1 + i) % SIZE + 1)
                .filter(node -> holds(claimed, "node-" + node))
                .boxed()
                .findFirst();
    }

    private static boolean holds(JsonNode claimed, String name) {
        for (JsonNode each : claimed) {
            if (each.path("node").asText().equals(name) && each.path("tasks").asLong() > 0) {
                return true;
            }
        }
        return false;
    }

    private void signal(String signal, int node) {
        run(END_LIMIT, "kill", signal, pid(node));
    }

    private String pid(int node) {
        try {
            return Files.readAllLines(home.resolve("node-" + node).resolve("instance.env")).stream()
                    .filter(line -> line.startsWith("pid="))
                    .map(line -> line.substring("pid=".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Duration limit, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(limit.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends", List.of(command))
                    .isTrue();
            assertThat(process.exitValue()).as("%s", List.of(command)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
