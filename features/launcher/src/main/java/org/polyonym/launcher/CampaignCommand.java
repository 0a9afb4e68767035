package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code polyonym campaign}: a platform, the load with the case hidden in it, and nothing left behind. */
final class CampaignCommand {
    static final String USAGE = """
            polyonym campaign --case ID [--rate R | --searches R1 --biometric R2 --registrations R3] [--duration D]
                              [--nodes N [--kill-one-at T]] [--seed S] [--scale F] [--home DIR] [--no-build]
            polyonym campaign --ramp [--rate R] [--duration D] [--nodes N] [--home DIR]
              Honest travellers are searched for and registered at constant rates, and a case happens among them. Prints which
              assertions hold; writes target/campaign/campaign.html, result.json and Gatling's own report.
              --case           BER-14, or a case of the scenario library that needs no empty store (an unknown ID lists them)
              --rate           arrivals per second, 20 searches (2 of them by prints) to 4 registrations; default 24
              --searches, --biometric, --registrations   the same one by one
              --duration       of the load, e.g. 60, 60s or 5m; default 60s. Of a step of a ramp: default 20s
              --nodes          a cluster of N nodes instead of one
              --kill-one-at    kills a node (kill -9) after so many seconds of load: node 1, or the last one when
                               the case is of the library, which talks to node 1
              --seed           of people, prints and choices; default 14
              --scale          multiplies the goals in milliseconds, and says so; default 1
              --home           a demo that runs (its store is emptied), or where to boot one; default target/run/campaign
              --ramp           raises the rate by half each step until p99 or errors break; the last good rate goes to
                               target/campaign/ramp.json
              Exit status 0 when every assertion holds, 1 when one does not, 2 when the call is wrong.""";

    private static final String MAIN = "org.polyonym.perf.CampaignMain";

    private final Project project;
    private final Children children;
    private final Build build;

    CampaignCommand(Project project, Children children, Build build) {
        this.project = project;
        this.children = children;
        this.build = build;
    }

    int run(Options options) throws IOException, InterruptedException, Failure {
        Path path = options.home().orElseGet(() -> project.run().resolve("campaign"));
        Home home = new Home(path);
        if (!options.noBuild()) {
            build.refresh();
        }
        // A boot takes a minute, and the default home is emptied for it.
        int wrong = children.run(command(List.of("--check"), options.rest(), planned(options, path)));
        if (wrong != 0) {
            return wrong;
        }
        boolean cluster = options.nodes() > 0 || new ClusterHome(path).exists();
        List<Home> nodes = cluster ? cluster(options, path) : single(options, home);
        return children.run(command(List.of(), options.rest(), nodes));
    }

    /** The homes of the nodes, most of which are still to be made. */
    private static List<Home> planned(Options options, Path path) throws IOException {
        ClusterHome cluster = new ClusterHome(path);
        if (options.nodes() == 0) {
            return cluster.exists() ? cluster.nodes() : List.of(new Home(path));
        }
        return IntStream.rangeClosed(1, options.nodes()).mapToObj(cluster::node).toList();
    }

    private List<Home> single(Options options, Home home) throws IOException, InterruptedException, Failure {
        Instance instance = new Instance(home);
        if (instance.isRunning()) {
            requireDemo(home.env().get("demo"), home.path());
            return List.of(home);
        }
        if (options.home().isEmpty()) {
            home.delete();
        }
        instance.launch(project, children, Boot.alone(options.modeOrDefault(), options.port(), true));
        instance.awaitReady();
        return List.of(home);
    }

    private List<Home> cluster(Options options, Path path) throws IOException, InterruptedException, Failure {
        ClusterHome home = new ClusterHome(path);
        Cluster cluster = new Cluster(home, project, children);
        if (home.exists() && !cluster.running().isEmpty()) {
            requireDemo(home.env().get("demo"), path);
            return home.nodes();
        }
        // Before the start: whatever is half started when the call is ended must go too.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cluster, options), "stop-cluster"));
        boolean fresh = options.home().isEmpty();
        cluster.start(
                new Options(
                        options.mode(),
                        Optional.of(path),
                        options.port(),
                        true,
                        fresh,
                        true,
                        false,
                        options.nodes(),
                        0,
                        options.database(),
                        List.of()),
                build);
        return home.nodes();
    }

    private static void stop(Cluster cluster, Options options) {
        try {
            cluster.stop(options);
        } catch (IOException | Failure e) {
            System.err.println("polyonym: the cluster could not be stopped: " + e.getMessage());
        }
    }

    private static void requireDemo(String demo, Path path) throws Failure {
        if (!"true".equals(demo)) {
            throw new Failure(
                    Failure.WRONG_CALL,
                    "the platform in " + path + " was started without --demo, and a campaign empties the store");
        }
    }

    private List<String> command(List<String> first, List<String> rest, List<Home> nodes) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Gatling's log writer looks into strings.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                // Gatling writes preferences; not into the user's home.
                "-Djava.util.prefs.userRoot=" + project.target(),
                "-cp",
                project.classPath("perf"),
                MAIN));
        command.addAll(first);
        command.addAll(rest);
        nodes.forEach(node -> command.addAll(List.of("--node-home", node.path().toString())));
        command.addAll(List.of("--out", project.target().resolve("campaign").toString()));
        command.addAll(
                List.of("--cache", project.target().resolve("fingerprints").toString()));
        command.addAll(List.of("--scenarios", project.classPath("scenarios")));
        return command;
    }
}
