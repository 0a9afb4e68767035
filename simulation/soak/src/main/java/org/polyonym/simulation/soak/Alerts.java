package org.polyonym.simulation.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Officer;

/** Alerts entered while components come and go, and what has become of them afterwards. Thread-safe. */
final class Alerts {
    private static final Duration DETECTION_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int READERS = 16;
    /** Letters of the names, so that no two are similar by chance. */
    private static final int NAME_LENGTH = 14;

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "reason", "soak",
            "action", "REFUSE_ENTRY",
            "proportionality", "ADEQUATE",
            "decisionReference", "SOAK-1",
            "ground", "ENTRY_BAN");

    private final Officer bureau;
    /** Family name by identifier of the acknowledged alert. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final AtomicLong doubled = new AtomicLong();

    Alerts(Officer bureau) {
        this.bureau = bureau;
    }

    /** Enters one, and again with the same key as long as the platform says so. */
    void enter(Runnable repeated) {
        String key = UUID.randomUUID().toString();
        String name = name();
        Map<String, Object> body = Map.of(
                "category",
                "REFUSAL_OF_ENTRY",
                "identity",
                Map.of(
                        "names",
                        List.of(Map.of("familyName", name, "givenNames", Requests.GIVEN_NAME)),
                        "birthDate",
                        "1980-01-01"),
                "attributes",
                ATTRIBUTES);
        Requests.again(
                () -> {
                    Answer answer = bureau.post("/v1/systems/SIS/records", body, Map.of("Idempotency-Key", key));
                    Requests.expect(answer);
                    String ref = answer.json().path("record").path("ref").asText();
                    if (acknowledged.put(ref, name) != null) {
                        doubled.incrementAndGet();
                    }
                },
                repeated);
    }

    int entered() {
        return acknowledged.size();
    }

    /** Each must be there once, with its detection complete; what is not so, in words. */
    List<String> faults() {
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        if (doubled.get() > 0) {
            faults.add(doubled + " identifiers were given to two alerts");
        }
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            acknowledged.forEach((ref, name) -> readers.execute(() -> faults.addAll(checked(ref, name))));
        }
        return List.copyOf(faults);
    }

    /** An alert that cannot be looked for has not been found. */
    private List<String> checked(String ref, String name) {
        try {
            return check(ref, name).stream().toList();
        } catch (RuntimeException e) {
            return List.of("acknowledged " + ref + " cannot be looked for: " + e.getMessage());
        }
    }

    private Optional<String> check(String ref, String name) {
        List<String> found = found(name);
        if (!found.equals(List.of(ref))) {
            return Optional.of("acknowledged " + ref + ", found " + found);
        }
        String detection = "/v1/systems/SIS/records/" + ref.substring(ref.indexOf('/') + 1) + "/detection";
        long end = System.nanoTime() + DETECTION_LIMIT.toNanos();
        while (!state(detection).equals("COMPLETED")) {
            if (System.nanoTime() > end) {
                return Optional.of("the detection of " + ref + " is not complete");
            }
            Requests.pause(POLL);
        }
        return Optional.empty();
    }

    private String state(String detection) {
        return bureau.get(detection).expectOk().json().path("state").asText();
    }

    private List<String> found(String name) {
        return Requests.search(bureau, name).stream()
                .filter(line -> line.path("source").path("system").asText().equals("SIS"))
                .flatMap(line -> line.path("source").path("items").valueStream())
                .map(item -> item.path("origin").asText())
                .toList();
    }

    private static String name() {
        StringBuilder name = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .limit(NAME_LENGTH)
                .forEach(c -> name.append((char) ('A' + Character.digit(c, 16))));
        return name.toString();
    }
}
