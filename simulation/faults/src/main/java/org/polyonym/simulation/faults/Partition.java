package org.polyonym.simulation.faults;

import java.time.Duration;
import java.util.List;
import org.polyonym.simulation.faults.client.Node;

/** One node is cut off from the two others, first wholly, then only in what it sends. */
final class Partition implements FaultRun {
    static final String NAME = "partition";

    private static final String MENDING = "mending";
    private static final double BEFORE = 0.2;
    private static final Duration SPLIT_LIMIT = Duration.ofSeconds(40);
    private static final Duration STAY = Duration.ofSeconds(10);
    private static final Duration HEAL_LIMIT = Duration.ofSeconds(60);
    private static final int LONE = 3;
    private static final List<Integer> OTHERS = List.of(1, 2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String proves() {
        return "a node cut off refuses writes, the two others go on, and all heals by itself within a minute";
    }

    @Override
    public int stretch() {
        return 3;
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        Network network = new Network(stage.cluster().programs());
        stage.waitFor(BEFORE);
        stage.history().event("partition", "node-" + LONE, "wholly");
        long cut = stage.history().now();
        network.cut(LONE, OTHERS);
        for (int other : OTHERS) {
            network.cut(other, List.of(LONE));
        }
        split(stage, cut, "cut off wholly");
        stage.history().event(MENDING, "", "cut off wholly");
        network.mend(LONE, OTHERS);
        for (int other : OTHERS) {
            network.mend(other, List.of(LONE));
        }
        healed(stage, "cut off wholly");
        long oneWay = stage.history().event("partition", "node-" + LONE, "sends to nobody");
        network.cut(LONE, OTHERS);
        split(stage, oneWay, "cut off in one direction");
        stage.history().event(MENDING, "", "cut off in one direction");
        network.mend(LONE, OTHERS);
        healed(stage, "cut off in one direction");
    }

    @Override
    public void judge(Stage stage, Measures measures) {
        MinorityWrites.of(measures, "node-" + LONE, "partition", MENDING).judge(stage);
    }

    private static void split(Stage stage, long since, String how) throws InterruptedException {
        Majority majority = new Majority(stage);
        Node lone = stage.cluster().nodes().get(LONE - 1);
        if (Cluster.await(SPLIT_LIMIT, () -> majority.refuses(lone))) {
            stage.history().event(MinorityWrites.REFUSES, lone.name(), "as a probe was told");
            stage.figureSince(how + ": refuses writes after", since);
        } else {
            stage.fail(how + ": the lone node did not refuse writes within " + SPLIT_LIMIT.toSeconds() + " s");
        }
        List<Node> others = stage.cluster().without(lone.name());
        if (Cluster.await(SPLIT_LIMIT, () -> others.stream().allMatch(majority::accepts))) {
            stage.figureSince(how + ": the two others accept writes after", since);
        } else {
            stage.fail(how + ": the two others did not accept writes within " + SPLIT_LIMIT.toSeconds() + " s");
        }
        Thread.sleep(STAY);
        if (majority.accepts(lone)) {
            stage.fail(how + ": the lone node accepted a write while it was alone");
        }
    }

    private static void healed(Stage stage, String how) throws InterruptedException {
        long mended = stage.history().event("healed", "", how);
        Majority majority = new Majority(stage);
        Cluster cluster = stage.cluster();
        if (Cluster.await(
                HEAL_LIMIT,
                () -> cluster.nodes().stream().allMatch(node -> cluster.isReady(node) && majority.accepts(node)))) {
            stage.figureSince(how + ": whole again after", mended);
        } else {
            stage.fail(how + ": not whole again within " + HEAL_LIMIT.toSeconds() + " s, without a start");
        }
    }
}
