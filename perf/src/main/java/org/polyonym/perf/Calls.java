package org.polyonym.perf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.TravelDocument;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** Makes the next request of an operation. Thread-safe. */
final class Calls {
    /** Searches that are for people who are registered; the others find nobody: assumed. */
    private static final double KNOWN_SHARE = 0.7;
    /** Impression of prints that are only searched with, another one than was registered. */
    private static final int SEARCHED_IMPRESSION = 2;

    /**
     * One request, the same whichever node gets it.
     *
     * @param path of the platform
     * @param headers with the officer's token
     * @param entry what it enters, empty for searches
     */
    record Call(
            Operation operation,
            String path,
            Map<String, String> headers,
            String body,
            Optional<Travellers.Entry> entry,
            long atMillis) {}

    private final Platform platform;
    private final Travellers travellers;
    private final long began;
    private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();

    /** Counts the time of requests from {@code began}, a value of {@link System#nanoTime}. */
    Calls(Platform platform, Travellers travellers, long began) {
        this.platform = platform;
        this.travellers = travellers;
        this.began = began;
    }

    Call next(Operation operation) {
        return switch (operation.type()) {
            case NAME -> search(operation, named(operation, travellers.sought(travellers.dice() < KNOWN_SHARE)));
            case PRINTS -> search(operation, prints(travellers.sought(true)));
            case CHECK -> call(operation, "/v1/identity-checks", check(travellers.sought(true)), travellers.state());
            case REGISTRATION -> registration(operation, travellers.entry(operation));
        };
    }

    long now() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private Call search(Operation operation, ObjectNode body) {
        return call(operation, "/v1/searches", body, travellers.state());
    }

    private static ObjectNode named(Operation operation, Person person) {
        ObjectNode query = Json.object().put("mode", "ONE_EDIT");
        query.set("identity", Json.MAPPER.valueToTree(person.identity()));
        List<TravelDocument> documents = withDocument(operation) ? person.documents() : List.of();
        query.set("documents", Json.MAPPER.valueToTree(documents));
        return query;
    }

    private static boolean withDocument(Operation operation) {
        return operation != Operation.SIS_NAME && operation != Operation.ASYLUM_NAME;
    }

    private ObjectNode prints(Person person) {
        ObjectNode query = Json.object();
        query.set("samples", Json.MAPPER.valueToTree(travellers.capture(person, SEARCHED_IMPRESSION)));
        return query;
    }

    private ObjectNode check(Person person) {
        ObjectNode query = prints(person);
        query.put("ground", "IDENTITY_DOUBTED").put("personPresent", true);
        return query.put("birthDate", person.identity().birthDate().text());
    }

    private Call registration(Operation operation, Travellers.Entry entry) {
        Map<String, String> with = new java.util.HashMap<>(headers(operation, entry.state()));
        // A repetition at another node must enter nothing twice.
        with.put("Idempotency-Key", "campaign-" + began + "-" + entry.ref());
        return new Call(
                operation,
                "/v1/systems/" + entry.system() + "/records",
                with,
                Json.write(entry.submission()),
                Optional.of(entry),
                now());
    }

    private Call call(Operation operation, String path, ObjectNode body, String state) {
        return new Call(operation, path, headers(operation, state), body.toString(), Optional.empty(), now());
    }

    private Map<String, String> headers(Operation operation, String state) {
        String of = operation.authority() == AuthorityKind.ETIAS_CENTRAL_UNIT ? "EU" : state;
        return headers.computeIfAbsent(
                operation + "@" + of, key -> officer(operation, of).headers());
    }

    private Officer officer(Operation operation, String state) {
        Authority authority = Authority.of(operation.authority() + "@" + state);
        return platform.officer(authority, "traffic-" + state.toLowerCase(Locale.ROOT), operation.purpose(), "traffic");
    }
}
