package org.polyonym.simulation.faults;

import java.util.Map;
import java.util.Optional;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.client.Official;

/** Asks a node whether it would write, by an entry that its system refuses in any case because it names nobody. */
final class Majority {
    private static final String EMPTY_ENTRY = "{\"category\":\"ENTRY\"}";
    private static final int UNAVAILABLE = 503;
    private static final int UNPROCESSABLE = 422;

    private final Client client;

    Majority(Stage stage) {
        this.client = new Client(stage.cluster().home().tokens(), java.time.Duration.ofSeconds(4));
    }

    /** Refused before anything is read. */
    boolean refuses(Node node) {
        return answer(node)
                .filter(it -> it.status() == UNAVAILABLE && it.body().contains("NO_MAJORITY") | isCode(it))
                .isPresent();
    }

    /** The entry was read and found empty. */
    boolean accepts(Node node) {
        return answer(node).filter(it -> it.status() == UNPROCESSABLE).isPresent();
    }

    private static boolean isCode(Answer answer) {
        return answer.problem().equals("PLY-5006") && !answer.retryAfter().isEmpty();
    }

    private Optional<Answer> answer(Node node) {
        return client.send(
                node,
                Official.border("MS-1"),
                "faults-majority",
                Client.Call.post("/v1/systems/EES/records", EMPTY_ENTRY, Map.of()));
    }
}
