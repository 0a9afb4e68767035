package org.polyonym.simulation.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the launcher's own commands and the few programs of the machine that faults need. Thread-safe. */
final class Programs {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Path root;
    private final Path log;

    /** All output goes to the log. */
    Programs(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    /** {@code ./polyonym ...}; its exit status. */
    int polyonym(String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = launcher();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(command);
    }

    /** The same, failing when it fails. */
    void requirePolyonym(String... arguments) throws InterruptedException {
        int status = polyonym(arguments);
        if (status != 0) {
            throw new FaultsException("./polyonym " + String.join(" ", arguments) + " ended with " + status
                    + "; its output is in " + log);
        }
    }

    /** Any program to its end; its exit status. */
    int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new FaultsException(
                        String.join(" ", command) + " did not end within " + LIMIT.toMinutes() + " min");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new FaultsException("cannot run " + command[0], e);
        }
    }

    /** A signal by name, e.g. KILL, to each process. */
    void signal(String name, Iterable<Long> processes) throws InterruptedException {
        for (long process : processes) {
            run("kill", "-" + name, Long.toString(process));
        }
    }

    /** Path of the launcher. */
    String launcher() {
        return root.resolve("polyonym").toString();
    }

    /** A Java class of this module with inherited output; its exit status. */
    static int java(String main, String... arguments) throws InterruptedException {
        return javaIn(List.of(), main, arguments);
    }

    /** The same behind a command that runs it. */
    static int javaIn(List<String> before, String main, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new FaultsException("cannot run " + main, e);
        }
    }
}
