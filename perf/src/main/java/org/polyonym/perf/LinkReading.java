package org.polyonym.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/**
 * Reads, after the load, every link and identity group of the honest people's records as the entitled officers are shown
 * them: those of the state that entered the record, who are responsible for what it starts, and the bureau of MS-1, whose
 * alert the case has entered.
 */
final class LinkReading {
    private static final int CLIENTS = 4;
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /**
     * What was shown.
     *
     * @param links every link and group
     * @param asked records that were asked for
     * @param there those of them that the officer who entered them was shown; the others have lapsed or never were
     */
    record Reading(List<Truth.Shown> links, int asked, int there) {}

    private final Platform platform;
    private final AtomicInteger there = new AtomicInteger();
    private final Map<String, Officer> officers = new ConcurrentHashMap<>();

    LinkReading(Platform platform) {
        this.platform = platform;
    }

    /**
     * Everything that is shown.
     *
     * @param stateOf the Member State that entered each record
     */
    Reading read(Map<String, String> stateOf) throws InterruptedException {
        Collection<Truth.Shown> shown = new ConcurrentLinkedQueue<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            stateOf.forEach((ref, state) -> running.add(clients.submit(() -> read(ref, state, shown))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new HarnessException(
                    "the links cannot be read: " + e.getCause().getMessage(), e);
        }
        return new Reading(List.copyOf(shown), stateOf.size(), there.get());
    }

    private void read(String ref, String state, Collection<Truth.Shown> shown) {
        String system = ref.substring(0, ref.indexOf('/'));
        String id = ref.substring(ref.indexOf('/') + 1);
        for (Officer officer : entitled(system, state)) {
            String path = "/v1/links?system=" + system + "&recordId=" + id;
            Answer links = settled(() -> officer.get(path), path, PAUSE);
            for (JsonNode link : links.ok() ? links.json().path("links") : List.<JsonNode>of()) {
                shown.add(new Truth.Shown(
                        link.path("a").asText(),
                        link.path("b").asText(),
                        link.path("colour").asText()));
            }
        }
        Officer owner = entitled(system, state).getFirst();
        String path = "/v1/systems/" + system + "/records/" + id + "/group";
        Answer group = settled(() -> owner.get(path), path, PAUSE);
        if (group.ok()) {
            there.incrementAndGet();
        }
        for (JsonNode other : group.ok() ? group.json().path("participants") : List.<JsonNode>of()) {
            if (!other.asText().equals(ref)) {
                shown.add(new Truth.Shown(ref, other.asText(), "GROUP"));
            }
        }
    }

    /**
     * An answer that tells whether there is something: 200, or the platform's own 404. Anything else tells nothing, is asked
     * again, and in the end fails the campaign, because links that nobody was shown would pass for links that do not exist.
     */
    static Answer settled(Supplier<Answer> question, String path, Duration pause) {
        String last = "";
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                Answer answer = question.get();
                if (isAnswer(answer)) {
                    return answer;
                }
                last = answer.status() + " " + answer.text();
            } catch (HarnessException noAnswer) {
                last = noAnswer.getMessage();
            }
            rest(pause);
        }
        throw new HarnessException(path + " had no answer in " + TRIES + " attempts, the last was: " + last);
    }

    private static boolean isAnswer(Answer answer) {
        return answer.status() == OK
                || answer.status() == NOT_FOUND
                        && answer.headers()
                                .firstValue("Content-Type")
                                .filter(type -> type.startsWith("application/problem+json"))
                                .isPresent();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    /** The first one has entered the record. */
    private List<Officer> entitled(String system, String state) {
        Officer bureau = officer("SIRENE@MS-1", Purpose.SIRENE);
        return switch (system) {
            case "EES" -> List.of(officer("BORDER_SECOND_LINE@" + state, Purpose.BORDER_SECOND_LINE), bureau);
            case "VIS" ->
                List.of(
                        officer("VISA@" + state, Purpose.VISA_EXAMINATION),
                        officer("VIS_DESIGNATED@" + state, Purpose.VISA_HIT_VERIFICATION),
                        bureau);
            case "EURODAC" -> List.of(officer("ASYLUM@" + state, Purpose.ASYLUM), bureau);
            default -> throw new IllegalArgumentException("no honest records in " + system);
        };
    }

    private Officer officer(String authority, Purpose purpose) {
        return officers.computeIfAbsent(
                authority, name -> platform.officer(Authority.of(name), "reader", purpose, "traffic"));
    }
}
