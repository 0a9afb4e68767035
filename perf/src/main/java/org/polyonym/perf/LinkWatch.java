package org.polyonym.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Platform;

/**
 * Takes the time from the acknowledgement of a record to the moment when the officer who is entitled to it is shown its link,
 * by asking again and again. Thread-safe.
 */
final class LinkWatch implements AutoCloseable {
    /** Time between two questions; no time is known better than by this. */
    static final Duration STEP = Duration.ofMillis(100);

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Collection<Long> millis = new ConcurrentLinkedQueue<>();
    private final Collection<Truth.Pair> pairs = new ConcurrentLinkedQueue<>();
    private final Collection<Truth.Shown> shown = new ConcurrentLinkedQueue<>();

    LinkWatch(Platform platform) {
        this.platform = platform;
    }

    /** The record is acknowledged now; if it has a partner, their link is awaited. */
    void acknowledged(Travellers.Entry entry) {
        entry.partner().ifPresent(partner -> {
            long at = System.nanoTime();
            pairs.add(new Truth.Pair(entry.ref(), partner));
            watchers.execute(() -> await(entry, partner, at));
        });
    }

    private void await(Travellers.Entry entry, String partner, long at) {
        var officer = platform.officer(
                Authority.of("BORDER_SECOND_LINE@" + entry.state()), "watch", Purpose.BORDER_SECOND_LINE, "traffic");
        String id = entry.ref().substring(entry.ref().indexOf('/') + 1);
        String path = "/v1/links?system=" + entry.system() + "&recordId=" + id;
        try {
            while (System.nanoTime() - at < PATIENCE.toNanos()) {
                if (shows(officer.get(path), partner)) {
                    millis.add((System.nanoTime() - at) / 1_000_000);
                    shown.add(new Truth.Shown(entry.ref(), partner, "WATCHED"));
                    return;
                }
                Thread.sleep(STEP);
            }
        } catch (HarnessException noAnswer) {
            // The pair stays among the expected ones: the reading after the load tells whether its link is there.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean shows(Answer answer, String partner) {
        if (answer.ok()) {
            for (JsonNode link : answer.json().path("links")) {
                if (link.path("a").asText().equals(partner)
                        || link.path("b").asText().equals(partner)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Waits for the last links, at most for {@link #PATIENCE}. */
    void finish() throws InterruptedException {
        watchers.shutdown();
        watchers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Milliseconds of each link that came. */
    List<Long> millis() {
        return new ArrayList<>(millis);
    }

    /** Links as they came; the legal time of a case may let their records lapse before the load is over. */
    List<Truth.Shown> shown() {
        return new ArrayList<>(shown);
    }

    /** The pairs that must be linked. */
    List<Truth.Pair> pairs() {
        return new ArrayList<>(pairs);
    }

    @Override
    public void close() {
        watchers.shutdownNow();
    }
}
