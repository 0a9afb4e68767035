package org.polyonym.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** Looks each second how deep the queues are and, in a cluster, how far derived structures lag. Thread-safe. */
final class Depth implements AutoCloseable {
    private static final int OK = 200;
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * One look.
     *
     * @param atMillis from the beginning of the load
     * @param open tasks that are not done; -1 if the platform did not answer
     * @param parked tasks that were given up
     * @param lag greatest lag of a derived structure that the cluster reports, -1 where there is none
     * @param members nodes that the cluster counts, -1 where there is none
     */
    record Look(long atMillis, long open, long parked, long lag, int members) {}

    /** A number of tasks for people. */
    static String words(long open) {
        return open < 0 ? "unknown" : Long.toString(open);
    }

    private final Platform platform;
    private final Officer operator;
    private final long began;
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Depth(Platform platform, long began) {
        this.platform = platform;
        this.operator = platform.officer(Authority.of("OPERATIONS@EU"), "campaign", Purpose.OPERATIONS, "traffic");
        this.began = began;
        timer.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        long at = (System.nanoTime() - began) / 1_000_000;
        try {
            Answer status = operator.get("/v1/status");
            Answer cluster = platform.get("/health/cluster");
            JsonNode health = cluster.status() == OK
                    ? cluster.json()
                    : Answer.ofLines(List.of("{}")).json();
            looks.add(new Look(
                    at,
                    status.ok() ? open(status.json()) : -1,
                    status.ok() ? sum(status.json(), "PARKED") : -1,
                    lag(health),
                    health.path("members").isArray() ? health.path("members").size() : -1));
        } catch (HarnessException noAnswer) {
            looks.add(new Look(at, -1, -1, -1, -1));
        }
    }

    static long open(JsonNode status) {
        return sum(status, "OPEN") + sum(status, "CLAIMED");
    }

    private static long sum(JsonNode status, String state) {
        long sum = 0;
        for (JsonNode queue : status.path("queues")) {
            sum += queue.path(state).asLong();
        }
        return sum;
    }

    private static long lag(JsonNode health) {
        long greatest = -1;
        for (JsonNode each : health.path("derived")) {
            greatest = Math.max(greatest, each.path("behind").asLong());
        }
        return greatest;
    }

    List<Look> looks() {
        return new ArrayList<>(looks);
    }

    /** Tasks that were given up, at most at any look; -1 if the platform never told. */
    static long mostParked(List<Look> looks) {
        return looks.stream().mapToLong(Look::parked).max().orElse(-1);
    }

    /** Milliseconds from the end of the load to the first look without an open task; -1 when none comes in time. */
    long drained(long loadMillis, long within) throws InterruptedException {
        while ((System.nanoTime() - began) / 1_000_000 < loadMillis + within) {
            OptionalLong empty = looks.stream()
                    .filter(look -> look.atMillis() >= loadMillis && look.open() == 0)
                    .mapToLong(Look::atMillis)
                    .findFirst();
            if (empty.isPresent()) {
                return empty.getAsLong() - loadMillis;
            }
            Thread.sleep(POLL);
        }
        return -1;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
