package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.simulation.faults.client.Json;

/** Plays runs one after the other. One that breaks off is a failed run; the next one comes if the cluster comes back. */
final class Sequence {
    /** Plays a run to its verdict. */
    interface Player {
        /** What came of it. */
        ObjectNode play(FaultRun run) throws InterruptedException, IOException;
    }

    /** Brings the cluster back after a run that broke off. */
    interface Healer {
        /** Whether it is whole again. */
        boolean heal() throws InterruptedException;
    }

    private final Player player;
    private final Healer healer;

    Sequence(Player player, Healer healer) {
        this.player = player;
        this.healer = healer;
    }

    /** A result for every run, in their order. */
    List<ObjectNode> play(List<FaultRun> runs) throws InterruptedException {
        List<ObjectNode> results = new ArrayList<>();
        boolean whole = true;
        for (FaultRun run : runs) {
            if (whole) {
                try {
                    results.add(player.play(run));
                } catch (IOException | RuntimeException e) {
                    results.add(failed(run, "the run broke off: " + reason(e)));
                    whole = healer.heal();
                }
            } else {
                results.add(failed(run, "NOT RUN: the cluster did not come back after an earlier run"));
            }
        }
        return results;
    }

    /** The result of a run without a verdict. */
    static ObjectNode failed(FaultRun run, String reason) {
        System.out.println("FAILED    " + run.name() + ": " + reason);
        ObjectNode result =
                Json.object().put("run", run.name()).put("proves", run.proves()).put("ok", false);
        result.putObject("figures");
        result.putArray("failures").add(reason);
        return result;
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    }
}
