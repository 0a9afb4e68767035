package org.polyonym.simulation.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.client.Official;

/** Asks a node whether it would write, by an entry that its system refuses in any case because it names nobody. */
final class Majority {
    private static final String EMPTY_ENTRY = "{\"category\":\"ENTRY\"}";
    private static final String NO_MAJORITY = "PLY-5006";
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int UNAVAILABLE = 503;
    private static final int UNPROCESSABLE = 422;

    private final Client client;

    Majority(Stage stage) {
        this.client = new Client(stage.cluster().home().tokens(), LIMIT);
    }

    /** Refused before anything is read. */
    boolean refuses(Node node) {
        return answer(node)
                .filter(it -> it.status() == UNAVAILABLE && it.problem().equals(NO_MAJORITY))
                .filter(it -> !it.retryAfter().isEmpty())
                .isPresent();
    }

    /** The entry was read and found empty. */
    boolean accepts(Node node) {
        return answer(node).filter(it -> it.status() == UNPROCESSABLE).isPresent();
    }

    private Optional<Answer> answer(Node node) {
        return client.send(
                node,
                Official.border("MS-1"),
                "faults-majority",
                Client.Call.post("/v1/systems/EES/records", EMPTY_ENTRY, Map.of()));
    }
}
