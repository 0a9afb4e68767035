package org.polyonym.simulation.faults;

import java.util.List;
import java.util.Optional;
import org.polyonym.simulation.faults.client.Node;

/**
 * A second loss while the first one's shares move: the node is started again and killed as soon as it is a member that owns
 * shares and loads them; then another node is killed while the first takes its shares once more.
 */
final class KillMigrating implements FaultRun {
    private static final double BEFORE = 0.25;

    @Override
    public String name() {
        return "kill-migrating";
    }

    @Override
    public String proves() {
        return "a node that dies while shares of the gallery move costs nothing but time";
    }

    @Override
    public int stretch() {
        return 2;
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.waitFor(BEFORE);
        Optional<Holder.Held> first = new Holder(stage).kill(stage.cluster().nodes());
        if (first.isEmpty()) {
            return;
        }
        long killed = stage.history().now();
        String lost = first.get().node();
        List<Node> others = stage.cluster().without(lost);
        Thread watch = stage.watchDetections(killed, stage.cluster().nodes());
        new Shares(stage).awaitTakenOver(lost, others);
        killWhileTaking(stage, lost, lost);
        killWhileTaking(stage, lost, others.getFirst().name());
        stage.revive(killed);
        watch.join();
    }

    /** Starts the lost node and kills a node in the moment in which shares move to it. */
    private static void killWhileTaking(Stage stage, String lost, String victim) throws InterruptedException {
        Shares shares = new Shares(stage);
        List<Node> others = stage.cluster().without(lost);
        shares.awaitTakenOver(lost, others);
        stage.history().event("start", lost, "to be struck while shares move to it");
        Thread starting = stage.cluster().startInBackground(lost);
        if (shares.awaitTaking(lost, others)) {
            stage.kill(victim);
            stage.figure(victim + " killed", "while shares moved to " + lost);
        } else {
            stage.fail(lost + " did not take a share after its start");
        }
        starting.join();
    }
}
