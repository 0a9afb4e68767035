package org.polyonym.simulation.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polyonym.simulation.faults.client.Node;

/** Every node in turn is stopped in good order and started again, under load. */
final class Rolling implements FaultRun {
    private static final double BEFORE = 0.2;
    private static final double SECOND = 1e9;
    private static final Duration WATCH = Duration.ofMillis(200);
    private static final int TOLD = 5;

    @Override
    public String name() {
        return "rolling";
    }

    @Override
    public String proves() {
        return "a rolling restart fails no request at the nodes that stay";
    }

    @Override
    public int stretch() {
        return 3;
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.waitFor(BEFORE);
        long began = stage.history().event("fault", "", "rolling restart");
        Cluster cluster = stage.cluster();
        Thread watching = Thread.ofVirtual().start(() -> watchProcesses(stage));
        int status;
        try {
            status = cluster.programs()
                    .polyonym(
                            "restart",
                            "--rolling",
                            "--no-build",
                            "--home",
                            cluster.home().path().toString());
        } finally {
            watching.interrupt();
            watching.join();
        }
        if (status != 0) {
            stage.fail("./polyonym restart --rolling ended with " + status);
        }
        stage.figureSince("rolling restart of three nodes took", began);
        stage.history().event("healed", "", "rolling restart done");
    }

    /** Notes when a node's process has become another one: its absence around that moment is the restart's doing. */
    private static void watchProcesses(Stage stage) {
        Map<String, String> before = new HashMap<>();
        try {
            while (!Thread.interrupted()) {
                for (Node node : stage.cluster().nodes()) {
                    String now = stage.cluster().processNumber(node.name());
                    String was = now.isEmpty() ? now : before.put(node.name(), now);
                    if (was != null && !was.equals(now)) {
                        stage.history().event(Absences.RESTARTED, node.name(), "process " + now);
                    }
                }
                Thread.sleep(WATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void judge(Stage stage, Measures measures) {
        Absences absences = Absences.of(measures);
        List<Measures.Request> failed =
                measures.requests().stream().filter(Measures.Request::failed).toList();
        List<Measures.Request> unexcused =
                failed.stream().filter(each -> !absences.excuses(each)).toList();
        stage.figure(
                "failed at the node that went, at nodes that stayed",
                failed.size() - unexcused.size() + ", " + unexcused.size());
        stage.figure(
                "nodes seen to go and come back",
                Integer.toString(absences.own().size()));
        if (absences.own().size() != stage.cluster().nodes().size()) {
            stage.fail(absences.own().size() + " nodes were seen to be restarted, not "
                    + stage.cluster().nodes().size());
        }
        absences.foreign()
                .forEach(each -> stage.fail(each.node() + " was not ready from " + seconds(each.from()) + " to "
                        + seconds(each.to()) + ", and was not the node being restarted"));
        unexcused.stream()
                .limit(TOLD)
                .forEach(each -> stage.fail(each.op() + " failed (" + each.status() + " " + each.problem() + ") at "
                        + each.node() + ", which stayed"));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / SECOND);
    }
}
