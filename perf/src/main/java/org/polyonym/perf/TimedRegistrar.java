package org.polyonym.perf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.demo.Registrar;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/**
 * Enters a record without waiting, then asks in turn the officers who may be entitled until one is shown a link or the
 * detection of the record is complete.
 */
final class TimedRegistrar implements Registrar {
    /** Time between two rounds of questions. */
    static final Duration STEP = Duration.ofMillis(25);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final Officer bureau;
    private final Map<String, Long> visible = new LinkedHashMap<>();

    /** The bureau of MS-1 has entered the alert of the case: beside the one who registers it is entitled to its links. */
    TimedRegistrar(Platform platform) {
        this.platform = platform;
        this.bureau = platform.officer(Authority.of("SIRENE@MS-1"), "watch", Purpose.SIRENE, "campaign");
    }

    /** Milliseconds from acknowledgement to visible link, by record. */
    Map<String, Long> visible() {
        return Map.copyOf(visible);
    }

    @Override
    public Answer register(Officer officer, String system, Submission submission) {
        Answer answer = officer.post(
                "/v1/systems/" + system + "/records",
                submission,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (!answer.ok()) {
            return answer;
        }
        long acknowledged = System.nanoTime();
        String id = submission.recordId().orElseThrow();
        JsonNode detection = await(officer, system, id, acknowledged);
        ObjectNode whole = ((ObjectNode) answer.json()).set("detection", detection);
        return new Answer(answer.status(), answer.headers(), whole.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode await(Officer officer, String system, String id, long acknowledged) {
        String links = "/v1/links?system=" + system + "&recordId=" + id;
        String detection = "/v1/systems/" + system + "/records/" + id + "/detection";
        Set<String> before = Set.of();
        while (System.nanoTime() - acknowledged < PATIENCE.toNanos()) {
            Answer state = officer.get(detection).expectOk();
            boolean complete = state.json().path("state").asText().equals("COMPLETED");
            Set<String> shown = shown(List.of(officer, bureau), links);
            if (!shown.equals(before)) {
                // The last change counts: a record that joins a group is shown the group's older link at first.
                visible.put(system + "/" + id, (System.nanoTime() - acknowledged) / 1_000_000);
                before = shown;
            }
            if (complete) {
                return state.json();
            }
            pause();
        }
        throw new HarnessException("no detection of " + system + "/" + id + " within " + PATIENCE.toSeconds() + " s at "
                + platform.base());
    }

    private static Set<String> shown(List<Officer> officers, String links) {
        Set<String> shown = new TreeSet<>();
        for (Officer officer : officers) {
            Answer answer = officer.get(links);
            if (answer.ok()) {
                answer.json()
                        .path("links")
                        .forEach(link -> shown.add(link.path("linkId").asText()
                                + link.path("colour").asText()));
            }
        }
        return shown;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }
}
