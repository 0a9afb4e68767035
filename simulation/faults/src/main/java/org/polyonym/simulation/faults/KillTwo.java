package org.polyonym.simulation.faults;

import java.time.Duration;
import org.polyonym.simulation.faults.client.Node;

/** Two of three at once: the one that is left accepts no writes until the others are back. */
final class KillTwo implements FaultRun {
    private static final double BEFORE = 0.4;
    private static final Duration MINORITY_LIMIT = Duration.ofSeconds(20);
    private static final Duration MINORITY = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "kill-two";
    }

    @Override
    public String proves() {
        return "a node without majority refuses writes, and nothing is lost";
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.waitFor(BEFORE);
        Node left = stage.cluster().nodes().getFirst();
        long killed = stage.kill("node-2", "node-3");
        Thread watch = stage.watchDetections(killed, stage.cluster().nodes());
        Majority majority = new Majority(stage);
        if (Cluster.await(MINORITY_LIMIT, () -> majority.refuses(left))) {
            stage.history().event(MinorityWrites.REFUSES, left.name(), "as a probe was told");
            stage.figureSince("writes refused for want of a majority after", killed);
        } else {
            stage.fail(
                    "the node that was left accepted writes " + MINORITY_LIMIT.toSeconds() + " s after it was alone");
        }
        Thread.sleep(MINORITY);
        stage.revive(killed);
        watch.join();
    }

    @Override
    public void judge(Stage stage, Measures measures) {
        String left = stage.cluster().nodes().getFirst().name();
        MinorityWrites.of(measures, left, "kill", "start").judge(stage);
    }
}
