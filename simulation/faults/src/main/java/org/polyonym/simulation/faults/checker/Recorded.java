package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polyonym.simulation.faults.client.Json;

/**
 * A history as read.
 *
 * @param attempts in the order of their beginning
 * @param happenings in order
 * @param faults lines that make no sense, so that the history proves nothing
 */
record Recorded(List<Attempt> attempts, List<Happening> happenings, List<String> faults) {
    Recorded {
        attempts = List.copyOf(attempts);
        happenings = List.copyOf(happenings);
        faults = List.copyOf(faults);
    }

    static Recorded read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return of(lines.filter(line -> !line.isBlank()).toList());
        }
    }

    static Recorded of(List<String> lines) {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        Map<String, JsonNode> answered = new LinkedHashMap<>();
        List<Happening> happenings = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String text : lines) {
            JsonNode line = Json.read(text);
            String op = line.path("op").asText();
            switch (line.path("t").asText()) {
                case "invoke" -> {
                    if (asked.put(op, line) != null) {
                        faults.add("two requests are called " + op);
                    }
                }
                case "answer", "none" -> {
                    if (!asked.containsKey(op) || answered.put(op, line) != null) {
                        faults.add("an answer to " + op + " has no request of its own");
                    }
                }
                case "event" ->
                    happenings.add(new Happening(
                            line.path("at").asLong(),
                            line.path("name").asText(),
                            line.path("node").asText(),
                            line.path("detail").asText()));
                default -> faults.add("not a line of a history: " + text);
            }
        }
        List<Attempt> attempts = new ArrayList<>();
        asked.forEach((op, line) -> attempts.add(new Attempt(op, line, answered.get(op))));
        return new Recorded(attempts, happenings, faults);
    }

    List<Attempt> of(String kind) {
        return attempts.stream().filter(each -> each.is(kind)).toList();
    }

    /** Registrations by what they have in common: all attempts to enter one record. */
    Map<String, List<Attempt>> registrations() {
        Map<String, List<Attempt>> bySubject = new TreeMap<>();
        for (Attempt each : of("register")) {
            bySubject
                    .computeIfAbsent(each.subject(), subject -> new ArrayList<>())
                    .add(each);
        }
        return bySubject;
    }
}
