package org.polyonym.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code ./polyonym status} says of a cluster. */
final class ClusterStatus {
    private static final String QUESTION = "/health/cluster";

    private final ClusterHome home;

    ClusterStatus(ClusterHome home) {
        this.home = home;
    }

    /** Prints it; 0 all ready, 1 something is not, 3 nothing runs. */
    int print() throws IOException, InterruptedException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Instance> running = new ArrayList<>();
        List<Instance> notReady = new ArrayList<>();
        for (Home each : home.nodes()) {
            Instance instance = new Instance(each);
            boolean runs = instance.isRunning();
            boolean ready = runs && instance.isReady();
            if (runs) {
                running.add(instance);
            }
            if (runs && !ready) {
                notReady.add(instance);
            }
            rows.add(row(each, runs, ready));
        }
        System.out.println("cluster of " + home.size() + ", mode " + home.mode() + " (home " + home.path() + ")");
        ClusterView.table(rows).forEach(System.out::println);
        boolean database = printDatabase();
        if (running.isEmpty()) {
            return Failure.NOT_RUNNING;
        }
        printView(running);
        for (Instance each : notReady) {
            System.err.println(each.home().name() + " is not ready");
            each.explain();
        }
        return database && notReady.isEmpty() && running.size() == home.size() ? 0 : Failure.FAILED;
    }

    private static Map<String, Object> row(Home node, boolean runs, boolean ready) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("node", node.name());
        row.put("state", runs ? ready ? "ready" : "not ready" : "stopped");
        row.put("pid", runs ? node.env().get("pid") : "");
        row.put("url", new Instance(node).url());
        return row;
    }

    private boolean printDatabase() throws IOException {
        DatabaseAddress database = home.database();
        boolean up = PostgresServer.answers(database.host(), database.port());
        System.out.println("database: " + database.url() + (home.hasOwnDatabase() ? ", its own, " : ", given, ")
                + (up ? "up" : "down"));
        return up;
    }

    /** What the first node that answers knows of all. */
    private static void printView(List<Instance> running) throws IOException, InterruptedException {
        for (Instance each : running) {
            Optional<Instance.Answer> answer = each.get(QUESTION).filter(it -> it.status() == Instance.OK);
            if (answer.isPresent()) {
                System.out.println("as " + each.home().name() + " sees it:");
                ClusterView.lines(answer.get().body()).forEach(line -> System.out.println("  " + line));
                return;
            }
        }
        System.err.println("no node answers GET " + QUESTION);
    }
}
