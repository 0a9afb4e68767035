package org.polyonym.launcher;

import java.io.IOException;
import java.util.List;

/** The scenarios that need three nodes: the second phase of {@code ./polyonym test}. */
final class ClusterPhase {
    /** What is named when it could not be run. */
    static final String NAME = "cluster";

    private static final String NODES = "3";

    private final Project project;
    private final Children children;
    private final Build build;

    ClusterPhase(Project project, Children children, Build build) {
        this.project = project;
        this.children = children;
        this.build = build;
    }

    /** Runs the scenario library against a home. */
    interface Scenarios {
        /** Its exit status. */
        int run(Home home, String report, List<String> rest) throws IOException, InterruptedException;
    }

    /** Whether this machine has what a cluster needs. */
    static boolean isPossible() throws IOException, InterruptedException {
        try {
            PostgresPrograms.find();
            return true;
        } catch (Failure missing) {
            return false;
        }
    }

    /** Boots a cluster, runs them, stops it. */
    int run(Scenarios scenarios) throws IOException, InterruptedException, Failure {
        Home home = new Home(project.run().resolve("test-cluster"));
        List<String> where = List.of("--home", home.path().toString());
        Cluster cluster = new Cluster(new ClusterHome(home.path()), project, children);
        Thread stop = new Thread(() -> stop(cluster, where));
        // A started cluster may outlive its call; this one must not, whatever ends the call.
        Runtime.getRuntime().addShutdownHook(stop);
        cluster.start(
                Options.parse(
                        List.of("--home", home.path().toString(), "--nodes", NODES, "--demo", "--fresh", "--no-build")),
                build);
        int status = scenarios.run(home, "scenarios/target/cluster", List.of("--tags", "@cluster"));
        Runtime.getRuntime().removeShutdownHook(stop);
        stop(cluster, where);
        return status;
    }

    private static void stop(Cluster cluster, List<String> where) {
        try {
            cluster.stop(Options.parse(where));
        } catch (IOException | Failure e) {
            System.err.println("polyonym: the cluster of the test did not stop: " + e.getMessage());
        }
    }
}
