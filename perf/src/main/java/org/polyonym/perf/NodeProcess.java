package org.polyonym.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.polyonym.simulation.harness.HarnessException;

/**
 * The process of a node, as the launcher has written it into {@code instance.env}.
 *
 * @param home of the node
 */
record NodeProcess(Path home) {
    private static final Duration DEATH_LIMIT = Duration.ofSeconds(10);

    /** The process if it runs. A number may belong to another process by now; number and start together do not. */
    Optional<ProcessHandle> running() {
        Map<String, String> env = env();
        return Optional.ofNullable(env.get("pid"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(env.get("started")));
    }

    /** The same; fails when it does not run. */
    ProcessHandle require() {
        return running()
                .orElseThrow(() -> new HarnessException("the process of " + home.getFileName() + " does not run"));
    }

    /** As a power cut would: the process has no time for anything. Returns when it is gone. */
    void kill() throws InterruptedException {
        ProcessHandle process = require();
        if (!process.destroyForcibly()) {
            throw new HarnessException("process " + process.pid() + " of " + home.getFileName() + " was not killed");
        }
        try {
            process.onExit().get(DEATH_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new HarnessException("process " + process.pid() + " of " + home.getFileName() + " does not end", e);
        }
        System.out.println("killed " + home.getFileName() + " (kill -9 of process " + process.pid() + ")");
    }

    private Map<String, String> env() {
        try {
            return Files.readAllLines(home.resolve("instance.env")).stream()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
        } catch (IOException e) {
            throw new HarnessException("cannot read which process is the node in " + home, e);
        }
    }

    private static String startOf(ProcessHandle process) {
        // As the launcher writes it where the system does not tell.
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
