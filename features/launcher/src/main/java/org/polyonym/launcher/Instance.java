package org.polyonym.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A distribution at work in a {@link Home}. */
final class Instance {
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    /** How long the same reasons may stand before nothing more is hoped for. */
    private static final Duration STUCK_LIMIT = Duration.ofSeconds(30);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int POLLS_PER_DOT = 4;
    private static final int LOG_LINES_SHOWN = 12;
    /** How long a killed process may take to go: its memory is given back first. */
    private static final Duration VANISH_LIMIT = Duration.ofSeconds(3);

    private static final String LIVENESS = "/health/live";
    private static final String READINESS = "/health/ready";
    static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Home home;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    Instance(Home home) {
        this.home = home;
    }

    /** An answer's status and body. */
    record Answer(int status, String body) {}

    Home home() {
        return home;
    }

    boolean isRunning() throws IOException {
        return home.process().isPresent();
    }

    /** The same, but one that was killed a moment ago and has not quite gone is not taken for running. */
    boolean isSettledRunning() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (isRunning() && get(LIVENESS).isEmpty()) {
            if (System.nanoTime() - began > VANISH_LIMIT.toNanos()) {
                return true;
            }
            Thread.sleep(POLL);
        }
        return isRunning();
    }

    String url() throws IOException {
        return home.env().getOrDefault("url", "nowhere");
    }

    /** Boots it. */
    void launch(Project project, Children children, Boot boot) throws IOException, Failure {
        home.prepare(project, boot.mode(), boot.siblings());
        EnvFile.writePrivately(
                home.file("etc/custom.system.properties"),
                List.of(
                        "# Written at every start by ./polyonym.",
                        "org.osgi.service.http.port=" + boot.httpPort(),
                        "org.apache.felix.http.host=" + boot.host(),
                        "polyonym.ssh.port=" + boot.sshPort()));
        setDemo(project, boot.demo());
        for (Map.Entry<String, Map<String, String>> each : boot.configuration().entrySet()) {
            EnvFile.set(home.file("etc/" + each.getKey() + ".cfg"), each.getValue());
        }
        Path console = home.file("data/log/console.log");
        Files.createDirectories(console.getParent());
        // nohup: closing the terminal later must not end it. "daemon" makes the script become the JVM.
        Process process = children.start(new ProcessBuilder("nohup", "bin/karaf", "daemon")
                .directory(home.path().toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile()));
        Map<String, String> env = new LinkedHashMap<>();
        env.put("url", boot.url());
        env.put("mode", boot.mode());
        env.put("demo", Boolean.toString(boot.demo()));
        env.put("port", Integer.toString(boot.httpPort()));
        env.put("sshPort", Integer.toString(boot.sshPort()));
        env.put("pid", Long.toString(process.pid()));
        env.put("started", Home.startOf(process.toHandle()));
        home.writeEnv(env);
    }

    /** A demo trusts the demo issuer, its store may be emptied, and its legal clock can be set. */
    private void setDemo(Project project, boolean demo) throws IOException {
        EnvFile.set(home.file("etc/org.polyonym.access.cfg"), Map.of("demo", Boolean.toString(demo)));
        EnvFile.set(home.file("etc/org.polyonym.store.cfg"), Map.of("allowReset", Boolean.toString(demo)));
        Path clock = home.file("deploy/simulation-clock.jar");
        if (demo) {
            Files.copy(project.simulationClock(), clock, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(clock);
        }
    }

    /** Returns when it is ready; says why when it does not become so. */
    void awaitReady() throws IOException, InterruptedException, Failure {
        await("ready", answer -> answer.status() == OK);
    }

    /** Returns when it is ready or only lacks other nodes that are still to be started. */
    void awaitBooted() throws IOException, InterruptedException, Failure {
        await("up", answer -> answer.status() == OK || Health.lacksOnlyMajority(answer.body()));
    }

    private void await(String word, Predicate<Answer> wanted) throws IOException, InterruptedException, Failure {
        long began = System.nanoTime();
        long changed = began;
        Optional<Answer> before = Optional.empty();
        System.out.print("starting " + home.name() + " ");
        for (int poll = 0; System.nanoTime() - began < READY_LIMIT.toNanos(); poll++) {
            Optional<Answer> answer = get(READINESS);
            if (answer.filter(wanted).isPresent() && leversAnswer()) {
                System.out.printf(" %s after %.1f s%n%s (home %s)%n", word, seconds(began), url(), home.path());
                return;
            }
            if (answer.isEmpty() || !answer.equals(before)) {
                changed = System.nanoTime();
                before = answer;
            }
            if (!isRunning() || System.nanoTime() - changed > STUCK_LIMIT.toNanos()) {
                break;
            }
            if (poll % POLLS_PER_DOT == 0) {
                System.out.print(".");
                System.out.flush();
            }
            Thread.sleep(POLL);
        }
        System.out.printf(" failed after %.1f s%n", seconds(began));
        explain();
        throw new Failure(home.path() + " did not become ready");
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }

    boolean isReady() throws IOException, InterruptedException {
        return get(READINESS).filter(it -> it.status() == OK).isPresent() && leversAnswer();
    }

    /** What lies in deploy/ comes up by itself, perhaps later than the rest: a demo waits for its levers too. */
    private boolean leversAnswer() throws IOException, InterruptedException {
        return !Files.exists(home.file("deploy/simulation-clock.jar"))
                || get("/simulation/clock")
                        .filter(it -> it.status() != NOT_FOUND)
                        .isPresent();
    }

    /** Prints why it is not ready: its own findings, then the last problems in its logs. */
    void explain() throws IOException, InterruptedException {
        if (!isRunning()) {
            System.err.println("the process has ended");
        } else {
            System.err.println(
                    "GET " + READINESS + ": " + get(READINESS).map(Answer::body).orElse("nothing answers on " + url()));
        }
        tail("data/log/console.log", "");
        tail("data/log/polyonym.log", "| ERROR |");
    }

    private void tail(String log, String wanted) throws IOException {
        Path file = home.file(log);
        if (Files.isRegularFile(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                List<String> found = lines.filter(line -> line.contains(wanted)).toList();
                found.stream().skip(Math.max(0, found.size() - LOG_LINES_SHOWN)).forEach(System.err::println);
            }
        }
    }

    /** What it answers to a question that needs no token; empty if nothing comes. */
    Optional<Answer> get(String path) throws IOException, InterruptedException {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(url() + path))
                            .timeout(ANSWER_LIMIT)
                            .build(),
                    BodyHandlers.ofString());
            return Optional.of(new Answer(response.statusCode(), response.body()));
        } catch (IOException | IllegalArgumentException noAnswer) {
            return Optional.empty();
        }
    }

    /** Stops it if it runs. */
    void stop() throws IOException {
        Optional<ProcessHandle> process = home.process();
        if (process.isPresent()) {
            Children.stop(process.get());
            System.out.println("stopped " + home.name());
        }
    }
}
