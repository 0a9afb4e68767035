package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.simulation.faults.client.Json;

/**
 * What a history tells in numbers.
 *
 * @param requests every request with its end
 * @param events what was done and seen
 */
record Measures(List<Request> requests, List<JsonNode> events) {
    private static final double SECOND = 1e9;
    private static final double MILLI = 1e6;
    private static final int FIRST_SERVER_STATUS = 500;
    private static final int NOT_FOUND = 404;

    /**
     * A request.
     *
     * @param op number
     * @param kind register, prints or data
     * @param node asked
     * @param from nanoseconds since the beginning of the history
     * @param to the same, of its end
     * @param status 0 when no answer came
     * @param problem code, may be empty
     * @param retryAfter header, may be empty
     */
    record Request(
            String op, String kind, String node, long from, long to, int status, String problem, String retryAfter) {
        boolean failed() {
            return status == 0 || status >= FIRST_SERVER_STATUS || status == NOT_FOUND && problem.isEmpty();
        }
    }

    static Measures of(List<String> lines) {
        Map<String, JsonNode> asked = new HashMap<>();
        List<Request> requests = new ArrayList<>();
        List<JsonNode> events = new ArrayList<>();
        for (String text : lines) {
            JsonNode line = Json.read(text);
            JsonNode begin = asked.get(line.path("op").asText());
            switch (line.path("t").asText()) {
                case "invoke" -> asked.put(line.path("op").asText(), line);
                case "event" -> events.add(line);
                default ->
                    requests.add(new Request(
                            begin.path("op").asText(),
                            begin.path("kind").asText(),
                            begin.path("node").asText(),
                            begin.path("at").asLong(),
                            line.path("at").asLong(),
                            line.path("status").asInt(0),
                            line.path("problem").asText(),
                            line.path("retryAfter").asText()));
            }
        }
        return new Measures(List.copyOf(requests), List.copyOf(events));
    }

    long length() {
        return Math.max(
                requests.stream().mapToLong(Request::to).max().orElse(1),
                events.stream()
                        .mapToLong(each -> each.path("at").asLong())
                        .max()
                        .orElse(1));
    }

    /** Moment of the first event of that name; -1 when there was none. */
    long first(String name) {
        return events.stream()
                .filter(each -> each.path("name").asText().equals(name))
                .mapToLong(each -> each.path("at").asLong())
                .findFirst()
                .orElse(-1);
    }

    void write(ObjectNode figures) {
        for (String kind : List.of("register", "prints", "data")) {
            List<Request> of =
                    requests.stream().filter(each -> each.kind().equals(kind)).toList();
            List<Long> times = of.stream()
                    .filter(each -> !each.failed())
                    .map(each -> each.to() - each.from())
                    .sorted()
                    .toList();
            if (!times.isEmpty()) {
                figures.put(
                        "requests " + kind,
                        "%d, failed %d, p50 %.0f ms, p99 %.0f ms"
                                .formatted(
                                        of.size(),
                                        of.size() - times.size(),
                                        times.get(times.size() / 2) / MILLI,
                                        times.get(Math.min(times.size() - 1, times.size() * 99 / 100)) / MILLI));
            }
        }
        long fault = Math.max(first("kill"), first("fault"));
        List<Request> failed = requests.stream()
                .filter(Request::failed)
                .filter(each -> each.to() >= fault)
                .toList();
        if (fault >= 0 && !failed.isEmpty()) {
            figures.put(
                    "first and last failed request ended after the fault",
                    "%.1f s and %.1f s"
                            .formatted(
                                    (failed.stream()
                                                            .mapToLong(Request::to)
                                                            .min()
                                                            .orElse(0)
                                                    - fault)
                                            / SECOND,
                                    (failed.stream()
                                                            .mapToLong(Request::to)
                                                            .max()
                                                            .orElse(0)
                                                    - fault)
                                            / SECOND));
        }
    }
}
