package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.polyonym.simulation.faults.client.Node;

/** Watches shares of the gallery move. */
final class Shares {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ALL = 64;
    private static final String GALLERY = "gallery-";
    private static final long LOOK_MILLIS = 20;

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

    /**
     * Watches a node that is being started, through the others, until it is seen to own shares that it does not hold yet.
     * What was missing then; empty when it was complete before anybody saw it otherwise.
     */
    List<String> awaitTaking(String name, List<Node> others, Thread starting) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            boolean last = !starting.isAlive();
            for (Node node : others) {
                List<String> missing = stage.cluster()
                        .view(node)
                        .map(view -> missing(view, name))
                        .orElse(List.of());
                if (!missing.isEmpty()) {
                    return missing;
                }
            }
            if (last) {
                return List.of();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return List.of();
    }

    /**
     * The shares of the gallery that a node owns and others have in memory and it has not. A share that nobody has is empty.
     * The lag that the platform counts says less: the newest entries are always a little behind.
     */
    static List<String> missing(JsonNode view, String name) {
        Set<String> mine = new HashSet<>();
        Set<String> others = new TreeSet<>();
        Set<Integer> owned = ownedBy(view, name);
        for (JsonNode each : view.path("derived")) {
            String structure = each.path("structure").asText();
            if (structure.startsWith(GALLERY)) {
                Set<String> of = each.path("node").asText().equals(name) ? mine : others;
                each.path("shards").forEach(shard -> of.add(structure + "/" + shard.asInt()));
            }
        }
        return others.stream()
                .filter(share -> owned.contains(Integer.valueOf(share.substring(share.indexOf('/') + 1))))
                .filter(share -> !mine.contains(share))
                .toList();
    }

    private static Set<Integer> ownedBy(JsonNode view, String name) {
        Set<Integer> owned = new HashSet<>();
        for (JsonNode member : view.path("members")) {
            // One that does not tell its facts may hold anything.
            if (member.path("name").asText().equals(name)
                    && member.path("answers").asBoolean()) {
                member.path("owns").forEach(shard -> owned.add(shard.asInt()));
            }
        }
        return owned;
    }
}
