package org.polyonym.simulation.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.Purpose;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** The requests of the soaks, each judged by what its answer must be. Thread-safe. */
final class Requests {
    static final String SOAK = "SOAK";
    /** Systems that every edition has and that a border guard and the police search. */
    private static final List<String> ALWAYS = List.of("SIS");

    /** Of all that are searched for or entered. */
    static final String GIVEN_NAME = "Nadir";

    private static final String CASE = "SOAK/1";
    /** What {@code Retry-After} says, and how long a client goes on. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    private final Officer operator;
    private final Officer guard;
    private final Officer police;
    private final Officer sirene;

    Requests(Platform platform) {
        this.operator = platform.officer(Authority.of("OPERATIONS@EU"), "soak", Purpose.OPERATIONS, CASE);
        this.guard = platform.officer(Authority.of("BORDER_FIRST_LINE@MS-1"), "soak", Purpose.BORDER_ENTRY, CASE);
        this.police = platform.officer(Authority.of("POLICE@MS-2"), "soak", Purpose.POLICE_CHECK, CASE);
        this.sirene = platform.officer(Authority.of("SIRENE@MS-1"), "soak", Purpose.SIRENE, CASE);
    }

    Officer sirene() {
        return sirene;
    }

    Officer operator() {
        return operator;
    }

    /** Asks again as the rule for clients says, until it is answered. */
    static void again(Runnable request, Runnable repeated) {
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (true) {
            try {
                request.run();
                return;
            } catch (NotNow e) {
                if (System.nanoTime() > end) {
                    throw new HarnessException("still not after " + GIVE_UP + ": " + e.getMessage());
                }
                repeated.run();
                pause(COME_AGAIN);
            }
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }

    /** Needs no connector and no detector. */
    void status() {
        expect(operator.get("/v1/status"));
    }

    /** Needs the detector. */
    void links() {
        expect(sirene.get("/v1/links"));
    }

    /** Needs no connector and no detector. */
    void notifications() {
        expect(sirene.get("/v1/notifications"));
    }

    /** Needs the portal and the central systems. */
    void borderSearch() {
        List<JsonNode> lines = search(guard, "SELMANI");
        ALWAYS.forEach(system -> requireAnswered(lines, system));
    }

    /** Asks the connector of the soak, if it is there, and whether it was available; the others must answer anyway. */
    boolean policeSearch() {
        List<JsonNode> lines = search(police, "SELMANI");
        ALWAYS.forEach(system -> requireAnswered(lines, system));
        return source(lines, SOAK)
                .filter(source -> source.path("status").asText().equals("UNAVAILABLE"))
                .isEmpty();
    }

    /** A search that stays inside the connector of the soak for a while, and must be answered by it. */
    void heldSearch() {
        List<JsonNode> lines = search(police, "HOLD");
        JsonNode source =
                source(lines, SOAK).orElseThrow(() -> new HarnessException("the held search got no line of " + SOAK));
        if (!source.path("status").asText().equals("ANSWERED")) {
            throw new HarnessException(
                    "the held search was " + source.path("status").asText());
        }
    }

    /** Calls inside the connector of the soak, as the portal counts them. */
    int inside() {
        Answer answer = operator.get("/v1/connectors");
        expect(answer);
        int inside = 0;
        for (JsonNode row : answer.json().path("connectors")) {
            if (row.path("system").asText().equals(SOAK)) {
                inside += row.path("inside").asInt();
            }
        }
        return inside;
    }

    static List<JsonNode> search(Officer officer, String familyName) {
        Map<String, Object> body = Map.of(
                "identity", Map.of("names", List.of(Map.of("familyName", familyName, "givenNames", GIVEN_NAME))));
        Answer answer = officer.post("/v1/searches", body);
        expect(answer);
        List<JsonNode> lines = answer.lines();
        if (lines.isEmpty() || !lines.getLast().path("type").asText().equals("END")) {
            throw new HarnessException("the answer has no end");
        }
        return lines;
    }

    private static Optional<JsonNode> source(List<JsonNode> lines, String system) {
        return lines.stream()
                .map(line -> line.path("source"))
                .filter(source -> source.path("system").asText().equals(system))
                .findFirst();
    }

    private static void requireAnswered(List<JsonNode> lines, String system) {
        JsonNode source = source(lines, system).orElseThrow(() -> new HarnessException("no line of " + system));
        requireNotUnavailable(source, system);
    }

    private static void requireNotUnavailable(JsonNode source, String system) {
        if (source.path("status").asText().equals("UNAVAILABLE")) {
            throw new NotNow(system + " is unavailable");
        }
    }

    static void expect(Answer answer) {
        if (answer.status() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
            throw new NotNow("503 " + answer.problemCode());
        }
        if (!answer.ok()) {
            throw new HarnessException(answer.status() + " " + answer.problemCode());
        }
    }

    /** The platform asks to come again, or names a source unavailable. */
    static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow(String message) {
            super(message, null, false, false);
        }
    }
}
