package org.polyonym.simulation.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.polyonym.simulation.faults.client.ClusterHome;

/** The database goes for a minute, comes back slow, and is well again. No node is started anew. */
final class Database implements FaultRun {
    private static final double BEFORE = 0.3;
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final long HALT_MILLIS = 1_500;
    private static final long GO_MILLIS = 500;
    private static final Duration HEAL_LIMIT = Duration.ofSeconds(60);
    /** Requests begun so long after the database went have met its absence and nothing else. */
    private static final long SETTLED_NANOS = Duration.ofSeconds(3).toNanos();

    private static final int UNAVAILABLE = 503;
    private static final int TOLD = 5;

    private long settled;
    private long until;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public String proves() {
        return "without its database the platform refuses clearly, and heals without a start of any node";
    }

    @Override
    public int stretch() {
        return 3;
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        Cluster cluster = stage.cluster();
        List<Long> processes = cluster.nodes().stream()
                .map(node -> cluster.process(node.name()))
                .toList();
        stage.waitFor(BEFORE);
        long gone = stage.history().event("fault", "database", "stopped");
        cluster.programs().signal("INT", List.of(server(cluster)));
        Thread.sleep(AWAY);
        long ended = stage.history().now();
        cluster.startAll();
        stage.figureSince("all nodes ready after the start of the database", ended);
        long back = stage.history().event("start", "database", "runs again");
        slow(stage);
        long well = stage.history().event("healed", "database", "at its usual speed");
        if (Cluster.await(HEAL_LIMIT, () -> cluster.nodes().stream().allMatch(cluster::isReady))) {
            stage.figureSince("all nodes ready after the database was well", well);
        } else {
            stage.fail("not all nodes were ready " + HEAL_LIMIT.toSeconds() + " s after the database was well");
        }
        if (!processes.equals(cluster.nodes().stream()
                .map(node -> cluster.process(node.name()))
                .toList())) {
            stage.fail("a node was started anew");
        }
        stage.figure("database away for", "%.1f s".formatted((back - gone) / 1e9));
        settled = gone + SETTLED_NANOS;
        until = ended;
    }

    /** Halts every process of the database again and again. */
    private static void slow(Stage stage) throws InterruptedException {
        stage.history().event("slow", "database", "halted three quarters of the time");
        long end = System.nanoTime() + SLOW.toNanos();
        while (System.nanoTime() < end) {
            List<Long> all = processes(stage.cluster());
            stage.cluster().programs().signal("STOP", all);
            try {
                Thread.sleep(HALT_MILLIS);
            } finally {
                stage.cluster().programs().signal("CONT", all);
            }
            Thread.sleep(GO_MILLIS);
        }
    }

    private static long server(Cluster cluster) {
        Map<String, String> env = ClusterHome.env(cluster.home().path().resolve("postgresql.env"));
        return Long.parseLong(env.get("pid"));
    }

    private static List<Long> processes(Cluster cluster) {
        List<Long> all = new ArrayList<>();
        all.add(server(cluster));
        ProcessHandle.of(server(cluster)).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(each -> all.add(each.pid()));
        return all;
    }

    /** What was asked and answered while the database was away is refused with 503, a code and a time to come again. */
    @Override
    public void judge(Stage stage, Measures measures) {
        List<Measures.Request> during = measures.requests().stream()
                .filter(each -> each.from() > settled && each.to() < until)
                .toList();
        List<Measures.Request> unclear =
                during.stream().filter(each -> !isClear(each)).toList();
        stage.figure(
                "asked and answered while the database was away",
                during.size() + ", clearly refused " + (during.size() - unclear.size()));
        if (during.isEmpty()) {
            stage.fail("nothing was asked while the database was away");
        }
        unclear.stream()
                .limit(TOLD)
                .forEach(each -> stage.fail(each.op() + " (" + each.kind() + ") was answered " + each.status()
                        + " without the database, not clearly refused"));
    }

    private static boolean isClear(Measures.Request request) {
        return request.status() == UNAVAILABLE
                && request.problem().startsWith("PLY-500")
                && !request.retryAfter().isEmpty();
    }
}
