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
    private static final int TRIES = 3;

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
        if (killWhileTaking(stage, lost, lost)) {
            killWhileTaking(stage, lost, others.getFirst().name());
        }
        stage.revive(killed);
        watch.join();
    }

    /**
     * Starts the lost node and kills a node while shares move to it. Where the lost node had all its shares before anybody
     * saw it without, it is killed and started once more.
     */
    private static boolean killWhileTaking(Stage stage, String lost, String victim) throws InterruptedException {
        List<Node> others = stage.cluster().without(lost);
        for (int tried = 1; tried <= TRIES; tried++) {
            new Shares(stage).awaitTakenOver(lost, others);
            List<String> missing = startAndKill(stage, lost, victim, others);
            if (!missing.isEmpty()) {
                stage.figure(
                        victim + " killed while shares moved to " + lost,
                        missing.size() + " shares not there yet, attempt " + tried + " of " + TRIES);
                return true;
            }
            stage.history().event("no-migration", lost, "attempt " + tried);
            if (tried < TRIES) {
                stage.kill(lost);
            }
        }
        stage.fail("no migration was met: " + TRIES + " times " + lost
                + " had all its shares before it was seen without, so " + victim + " was not killed during one");
        return false;
    }

    /** The shares that were missing when the victim was killed; empty, and nothing was killed, when none was. */
    private static List<String> startAndKill(Stage stage, String lost, String victim, List<Node> others)
            throws InterruptedException {
        stage.history().event("start", lost, "to be struck while shares move to it");
        Thread starting = stage.cluster().startInBackground(lost);
        List<String> missing = new Shares(stage).awaitTaking(lost, others, starting);
        if (!missing.isEmpty()) {
            stage.kill(victim);
            stage.history().event("migrating", lost, missing.size() + " shares missing");
        }
        starting.join();
        return missing;
    }
}
