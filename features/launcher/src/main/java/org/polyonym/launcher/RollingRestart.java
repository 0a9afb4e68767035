package org.polyonym.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Restarts the nodes one after another while the others do the work. A node goes only when all others are ready; the next
 * one waits until the first is ready again and has what it holds in memory.
 */
final class RollingRestart {
    /** How long a node may take to load what it holds in memory. */
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(120);
    /** A node under load is never wholly caught up; so few changes are loaded while one search is sent. */
    private static final long CHANGES_BEHIND = 100;

    private static final Duration POLL = Duration.ofMillis(250);
    private static final String GALLERY = "gallery-";
    private static final String QUESTION = "/health/cluster";

    private final Cluster cluster;

    RollingRestart(Cluster cluster) {
        this.cluster = cluster;
    }

    int run() throws IOException, InterruptedException, Failure {
        int size = cluster.home().size();
        if (size - 1 < Cluster.majority(size)) {
            throw new Failure(
                    Failure.WRONG_CALL, size + " nodes have no majority while one restarts: stop and start them");
        }
        requireReady(cluster.wanted(0));
        for (int number : cluster.wanted(0)) {
            requireReady(cluster.wanted(0));
            restart(number);
        }
        return 0;
    }

    private void requireReady(List<Integer> numbers) throws IOException, InterruptedException, Failure {
        for (int number : numbers) {
            Instance instance = cluster.instance(number);
            if (!instance.isRunning() || !instance.isReady()) {
                throw new Failure(
                        "node-" + number + " is not ready: ./polyonym start first; nothing more is restarted");
            }
        }
    }

    private void restart(int number) throws IOException, InterruptedException, Failure {
        long began = System.nanoTime();
        cluster.instance(number).stop();
        cluster.launch(number);
        cluster.instance(number).awaitReady();
        cluster.release(number);
        awaitCaughtUp(number);
        System.out.printf(
                "node-%d restarted in %.1f s%n",
                number, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
    }

    private void awaitCaughtUp(int number) throws IOException, InterruptedException, Failure {
        long began = System.nanoTime();
        while (System.nanoTime() - began < CATCH_UP_LIMIT.toNanos()) {
            boolean caughtUp = cluster.instance(number)
                    .get(QUESTION)
                    .filter(answer -> answer.status() == Instance.OK)
                    .filter(answer -> behind(answer.body(), "node-" + number) <= CHANGES_BEHIND)
                    .isPresent();
            if (caughtUp) {
                return;
            }
            Thread.sleep(POLL);
        }
        throw new Failure("node-" + number + " has not caught up within " + CATCH_UP_LIMIT.toSeconds()
                + " s: see ./polyonym status");
    }

    /** How far the galleries that one node holds are behind the store, together. Other structures are nobody's own. */
    static long behind(String json, String node) {
        return Json.list(Json.map(Json.parse(json)).get("derived")).stream()
                .map(Json::map)
                .filter(each -> node.equals(each.get("node")))
                .filter(each -> String.valueOf(each.get("structure")).startsWith(GALLERY))
                .map(each -> each.get("behind"))
                .mapToLong(behind -> behind instanceof Double number ? number.longValue() : 0)
                .sum();
    }
}
