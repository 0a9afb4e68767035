package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Every node in turn is stopped in good order and started again, under load. */
final class Rolling implements FaultRun {
    private static final double BEFORE = 0.2;
    private static final long SECOND = 1_000_000_000L;
    /** A request that met the end of a node's absence may have been answered a little before the watch saw it. */
    private static final long BLUR = 2 * SECOND;

    private static final int TOLD = 5;

    /**
     * A time in which a node was not ready.
     *
     * @param node which
     * @param from nanoseconds
     * @param to nanoseconds
     */
    private record Away(String node, long from, long to) {
        boolean excuses(Measures.Request request) {
            return request.node().equals(node) && request.to() > from && request.from() < to + BLUR;
        }
    }

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
        int status = cluster.programs()
                .polyonym(
                        "restart",
                        "--rolling",
                        "--no-build",
                        "--home",
                        cluster.home().path().toString());
        if (status != 0) {
            stage.fail("./polyonym restart --rolling ended with " + status);
        }
        stage.figureSince("rolling restart of three nodes took", began);
        stage.history().event("healed", "", "rolling restart done");
    }

    @Override
    public void judge(Stage stage, Measures measures) {
        List<Away> away = away(measures);
        List<Measures.Request> failed =
                measures.requests().stream().filter(Measures.Request::failed).toList();
        List<Measures.Request> unexcused = failed.stream()
                .filter(each -> away.stream().noneMatch(it -> it.excuses(each)))
                .toList();
        stage.figure(
                "failed at the node that went, at nodes that stayed",
                failed.size() - unexcused.size() + ", " + unexcused.size());
        if (away.isEmpty()) {
            stage.fail("no node was seen to go");
        }
        unexcused.stream()
                .limit(TOLD)
                .forEach(each -> stage.fail(each.op() + " failed (" + each.status() + " " + each.problem() + ") at "
                        + each.node() + ", which stayed"));
    }

    private static List<Away> away(Measures measures) {
        List<Away> all = new ArrayList<>();
        for (JsonNode gone : measures.events()) {
            if (gone.path("name").asText().equals("not-ready")) {
                long back = measures.events().stream()
                        .filter(each -> each.path("name").asText().equals("ready"))
                        .filter(each -> each.path("node").equals(gone.path("node")))
                        .mapToLong(each -> each.path("at").asLong())
                        .filter(at -> at > gone.path("at").asLong())
                        .findFirst()
                        .orElse(measures.length());
                all.add(new Away(gone.path("node").asText(), gone.path("detail").asLong(), back));
            }
        }
        return all;
    }
}
