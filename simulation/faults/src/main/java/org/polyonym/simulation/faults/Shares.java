package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.polyonym.simulation.faults.client.Node;

/** Watches shares of the gallery move. */
final class Shares {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ALL = 64;

    private final Stage stage;

    Shares(Stage stage) {
        this.stage = stage;
    }

    /** Until the others own every shard and the lost node none; false, and the run has failed, when not in time. */
    boolean awaitTakenOver(String lost, List<Node> others) throws InterruptedException {
        boolean done = Cluster.await(
                LIMIT,
                () -> others.stream()
                        .allMatch(node -> stage.cluster()
                                .view(node)
                                .filter(view -> without(view, lost))
                                .isPresent()));
        if (!done) {
            stage.fail("the shares of " + lost + " were not taken over within " + LIMIT.toSeconds() + " s");
        }
        return done;
    }

    private static boolean without(JsonNode view, String lost) {
        int owned = 0;
        for (JsonNode each : view.path("members")) {
            owned += each.path("owns").size();
        }
        return owned == ALL && Holder.owned(view, lost) == 0;
    }

    /** Until a node is a member again and owns a share that it does not hold in memory yet; true if it was seen so. */
    boolean awaitTaking(String name, List<Node> others) throws InterruptedException {
        return Cluster.await(
                LIMIT,
                () -> others.stream()
                        .flatMap(node -> stage.cluster().view(node).stream())
                        .anyMatch(view -> isTaking(view, name)));
    }

    private static boolean isTaking(JsonNode view, String name) {
        for (JsonNode member : view.path("members")) {
            if (member.path("name").asText().equals(name)) {
                return member.path("owns").size() > 0;
            }
        }
        return false;
    }
}
