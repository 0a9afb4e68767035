package org.polyonym.simulation.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.polyonym.simulation.faults.client.Node;

/** The node that is at work and holds a share of the gallery. */
final class KillOne implements FaultRun {
    private static final double BEFORE = 0.2;
    private static final Duration DOWN = Duration.ofSeconds(12);

    @Override
    public String name() {
        return "kill-one";
    }

    @Override
    public String proves() {
        return "a node that dies at work, holding a share of the gallery, costs nothing but time";
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.waitFor(BEFORE);
        Optional<Holder.Held> held = new Holder(stage).kill(stage.cluster().nodes());
        if (held.isEmpty()) {
            return;
        }
        long killed = stage.history().now();
        List<Node> others = stage.cluster().without(held.get().node());
        Thread watch = stage.watchDetections(killed, others);
        Shares shares = new Shares(stage);
        if (shares.awaitTakenOver(held.get().node(), others)) {
            stage.figureSince("shares of the gallery taken over after", killed);
        }
        Thread.sleep(DOWN);
        stage.revive(killed);
        watch.join();
    }
}
