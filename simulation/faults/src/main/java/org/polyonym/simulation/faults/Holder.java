package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.polyonym.simulation.faults.client.Node;

/**
 * Finds a node that holds a claimed, unfinished task and a share of the gallery, and stops it in that moment: a node is
 * halted (SIGSTOP) first and looked at through another one, so that what is seen still holds when it is killed.
 */
final class Holder {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 30;

    private final Stage stage;
    private final Cluster cluster;

    Holder(Stage stage) {
        this.stage = stage;
        this.cluster = stage.cluster();
    }

    /**
     * What a node held when it was halted.
     *
     * @param node name
     * @param tasks claimed and unfinished
     * @param shards of the gallery
     */
    record Held(String node, long tasks, int shards) {}

    /** Kills such a node among those given; empty, and the run has failed, when none was found in time. */
    Optional<Held> kill(List<Node> among) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        for (int turn = 0; System.nanoTime() < end; turn++) {
            Node candidate = among.get(turn % among.size());
            if (held(candidate).filter(Holder::isEnough).isPresent()) {
                Optional<Held> held = halted(candidate);
                if (held.isPresent()) {
                    return held;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        stage.fail("no node held a claimed task and a share of the gallery within " + LIMIT.toSeconds() + " s");
        return Optional.empty();
    }

    private Optional<Held> halted(Node candidate) throws InterruptedException {
        List<Long> process = List.of(cluster.process(candidate.name()));
        cluster.programs().signal("STOP", process);
        Optional<Held> held = held(candidate).filter(Holder::isEnough);
        if (held.isEmpty()) {
            cluster.programs().signal("CONT", process);
            return held;
        }
        stage.kill(candidate.name());
        Held seen = held.get();
        stage.history().event("held", candidate.name(), seen.tasks() + " tasks, " + seen.shards() + " shards");
        stage.figure(
                "held by " + seen.node() + " when killed",
                seen.tasks() + " claimed tasks, " + seen.shards() + " shards of the gallery");
        return held;
    }

    private static boolean isEnough(Held held) {
        return held.tasks() > 0 && held.shards() > 0;
    }

    /** As another node sees it: tasks stand in the store, owners follow from the members. */
    private Optional<Held> held(Node candidate) {
        Node other = cluster.without(candidate.name()).getFirst();
        return cluster.view(other)
                .map(view ->
                        new Held(candidate.name(), claimed(view, candidate.name()), owned(view, candidate.name())));
    }

    private static long claimed(JsonNode view, String name) {
        long tasks = 0;
        for (JsonNode each : view.path("claimed")) {
            tasks +=
                    each.path("node").asText().equals(name) ? each.path("tasks").asLong() : 0;
        }
        return tasks;
    }

    static int owned(JsonNode view, String name) {
        for (JsonNode each : view.path("members")) {
            if (each.path("name").asText().equals(name)) {
                return each.path("owns").size();
            }
        }
        return 0;
    }
}
