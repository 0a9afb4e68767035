package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The times in which nodes were not ready during a rolling restart, and which of them belong to the restart itself: those in
 * which the node's own process became another one.
 *
 * @param own one per restarted node
 * @param foreign all others; a node that stays must not cease to be ready
 */
record Absences(List<Away> own, List<Away> foreign) {
    /** Name of the event that notes a node's new process. */
    static final String RESTARTED = "restarted";

    private static final long SECOND = 1_000_000_000L;
    /** A request that met the end of a node's absence may have been answered a little before the watch saw it. */
    private static final long BLUR = 2 * SECOND;

    /**
     * A time in which a node was not ready.
     *
     * @param node which
     * @param from nanoseconds
     * @param to nanoseconds
     */
    record Away(String node, long from, long to) {
        private boolean excuses(Measures.Request request) {
            return request.node().equals(node) && request.to() > from && request.from() < to + BLUR;
        }
    }

    static Absences of(Measures measures) {
        List<Away> own = new ArrayList<>();
        List<Away> foreign = new ArrayList<>();
        for (JsonNode gone : named(measures, "not-ready")) {
            String node = gone.path("node").asText();
            long back = named(measures, "ready").stream()
                    .filter(each -> each.path("node").asText().equals(node))
                    .mapToLong(Absences::at)
                    .filter(at -> at > at(gone))
                    .findFirst()
                    .orElse(measures.length());
            Away away = new Away(node, gone.path("detail").asLong(), back);
            (isRestart(measures, away) ? own : foreign).add(away);
        }
        return new Absences(List.copyOf(own), List.copyOf(foreign));
    }

    private static boolean isRestart(Measures measures, Away away) {
        return named(measures, RESTARTED).stream()
                .filter(each -> each.path("node").asText().equals(away.node()))
                .anyMatch(each -> at(each) >= away.from() && at(each) <= away.to());
    }

    private static List<JsonNode> named(Measures measures, String name) {
        return measures.events().stream()
                .filter(each -> each.path("name").asText().equals(name))
                .toList();
    }

    private static long at(JsonNode event) {
        return event.path("at").asLong();
    }

    /** Whether a failure met a node that was being restarted at that time. */
    boolean excuses(Measures.Request request) {
        return own.stream().anyMatch(away -> away.excuses(request));
    }
}
