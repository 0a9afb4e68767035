package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The picture of a run: a lane for each node with every request as a bar from question to answer, grey where the node was
 * not ready, lines for what was done, and below how many tasks waited.
 *
 * @param measures of the run
 */
record Timeline(Measures measures) {
    private static final double WIDTH = 960;
    private static final double LEFT = 70;
    private static final double LANE = 54;
    private static final double TOP = 34;
    private static final double CURVE = 60;
    private static final double SECOND = 1e9;
    private static final int ROWS = 12;
    private static final double LABEL_ROOM = 90;
    private static final int LABEL_LEVELS = 3;
    private static final Set<String> LINES =
            Set.of("kill", "fault", "start", "healed", "load-ended", "failure", "drain", "partition", "slow");

    String svg() {
        List<String> nodes = measures.requests().stream()
                .map(Measures.Request::node)
                .distinct()
                .sorted()
                .toList();
        double height = TOP + nodes.size() * LANE + CURVE + 30;
        StringBuilder svg = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg' font-size='11' font-family='sans-serif' viewBox='0 0 "
                        + (int) WIDTH + " " + (int) height + "'>");
        for (int i = 0; i < nodes.size(); i++) {
            lane(svg, nodes.get(i), TOP + i * LANE);
        }
        double bottom = TOP + nodes.size() * LANE;
        waiting(svg, bottom + 8);
        events(svg, bottom + CURVE + 8);
        axis(svg, bottom + CURVE + 22);
        return svg.append("</svg>").toString();
    }

    private void lane(StringBuilder svg, String node, double y) {
        line(svg, "<text x='0' y='%.0f'>%s</text>", y + LANE / 2, Report.escaped(node));
        unready(svg, node, y);
        int row = 0;
        for (Measures.Request each : measures.requests()) {
            if (each.node().equals(node)) {
                double from = x(each.from());
                line(
                        svg,
                        "<rect x='%.1f' y='%.1f' width='%.1f' height='3' fill='%s'><title>%s</title></rect>",
                        from,
                        y + 2 + (row++ % ROWS) * 4,
                        Math.max(1.2, x(each.to()) - from),
                        each.failed() ? "#c62828" : colour(each.kind()),
                        Report.escaped(each.op() + " " + each.kind() + " " + each.status()));
            }
        }
    }

    private void unready(StringBuilder svg, String node, double y) {
        long since = 0;
        boolean ready = false;
        for (JsonNode each : measures.events()) {
            String name = each.path("name").asText();
            boolean change = name.equals("ready") || name.equals("not-ready");
            if (change && each.path("node").asText().equals(node)) {
                if (name.equals("ready") && !ready) {
                    grey(svg, since, each.path("at").asLong(), y);
                }
                ready = name.equals("ready");
                since = each.path("at").asLong();
            }
        }
        if (!ready) {
            grey(svg, since, measures.length(), y);
        }
    }

    private void grey(StringBuilder svg, long from, long to, double y) {
        line(
                svg,
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.0f' fill='#e4e4e4'/>",
                x(from),
                y,
                x(to) - x(from),
                LANE - 4);
    }

    private void waiting(StringBuilder svg, double y) {
        List<JsonNode> points = measures.events().stream()
                .filter(each -> each.path("name").asText().equals("waiting"))
                .toList();
        long most = Math.max(1, points.stream().mapToLong(Timeline::value).max().orElse(1));
        StringBuilder path = new StringBuilder();
        for (JsonNode each : points) {
            double height = y + CURVE - 12 - (CURVE - 14) * value(each) / most;
            path.append(path.isEmpty() ? "M" : "H" + number(x(each.path("at").asLong())) + "V");
            path.append(
                    path.length() == 1 ? number(x(each.path("at").asLong())) + "," + number(height) : number(height));
        }
        line(svg, "<text x='0' y='%.0f'>waiting</text><text x='0' y='%.0f'>≤ %d</text>", y + 20, y + 34, most);
        svg.append("<path fill='none' stroke='#6a1b9a' d='").append(path).append("'/>");
    }

    private static long value(JsonNode event) {
        return Long.parseLong(event.path("detail").asText());
    }

    private void events(StringBuilder svg, double bottom) {
        int level = 0;
        double before = -LABEL_ROOM;
        for (JsonNode each : measures.events()) {
            String name = each.path("name").asText();
            if (LINES.contains(name)) {
                double x = x(each.path("at").asLong());
                level = x - before < LABEL_ROOM ? (level + 1) % LABEL_LEVELS : 0;
                before = x;
                boolean atEdge = x > WIDTH - LABEL_ROOM;
                String text = name + " " + each.path("node").asText();
                line(
                        svg,
                        "<line x1='%.1f' x2='%.1f' y1='%.0f' y2='%.0f' stroke='#333' stroke-dasharray='3 2'/>"
                                + "<text x='%.1f' y='%.0f' text-anchor='%s'>%s</text>",
                        x,
                        x,
                        TOP - 2,
                        bottom,
                        atEdge ? x - 2 : x + 2,
                        10.0 + level * 11,
                        atEdge ? "end" : "start",
                        Report.escaped(text));
            }
        }
    }

    private void axis(StringBuilder svg, double y) {
        double seconds = measures.length() / SECOND;
        double step = seconds > 120 ? 30 : seconds > 40 ? 10 : 5;
        for (double at = 0; at <= seconds; at += step) {
            line(svg, "<text x='%.1f' y='%.0f'>%.0f s</text>", x((long) (at * SECOND)), y, at);
        }
    }

    private double x(long nanos) {
        return LEFT + (WIDTH - LEFT - 10) * nanos / Math.max(1, measures.length());
    }

    private static String colour(String kind) {
        return switch (kind) {
            case "register" -> "#1565c0";
            case "prints" -> "#2e7d32";
            default -> "#f9a825";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
