package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.polyonym.simulation.faults.client.Node;

/** Watches shares of the gallery move. */
final class Shares {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ALL = 64;
    private static final String GALLERY = "gallery-";
    private static final long LOOK_MILLIS = 50;
    /** What an answer that took longer tells may be over. */
    private static final Duration FRESH = Duration.ofMillis(500);

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
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
        // A look waits for the facts of a node that has just come, so the next ones must not wait for it.
        ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
        try {
            long end = System.nanoTime() + LIMIT.toNanos();
            for (int turn = 0; seen.get().isEmpty() && starting.isAlive() && System.nanoTime() < end; turn++) {
                Node node = others.get(turn % others.size());
                looks.submit(() -> look(node, name, seen));
                Thread.sleep(LOOK_MILLIS);
            }
            return seen.get();
        } finally {
            looks.shutdownNow();
        }
    }

    private void look(Node node, String name, AtomicReference<List<String>> seen) {
        long asked = System.nanoTime();
        List<String> missing =
                stage.cluster().view(node).map(view -> missing(view, name)).orElse(List.of());
        if (!missing.isEmpty() && System.nanoTime() - asked < FRESH.toNanos()) {
            seen.set(missing);
        }
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
