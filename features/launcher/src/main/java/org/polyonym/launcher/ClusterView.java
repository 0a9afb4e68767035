package org.polyonym.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns what {@code /health/cluster} answers into lines for people. Pure. */
final class ClusterView {
    private static final String INDENT = "  ";
    private static final String NOTHING = "-";

    private ClusterView() {}

    /** Every member of the answer in its order: a value on a line, a list of objects as a table. */
    static List<String> lines(String json) {
        List<String> lines = new ArrayList<>();
        Json.map(Json.parse(json)).forEach((name, value) -> {
            if (isTable(value)) {
                lines.add(name + ":");
                table(Json.list(value).stream().map(Json::map).toList()).forEach(row -> lines.add(INDENT + row));
            } else if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(Map.class::isInstance)) {
                lines.add(name + ":");
                Json.map(value).forEach((key, inner) -> lines.add(INDENT + key + ": " + text(inner)));
            } else {
                lines.add(name + ": " + text(value));
            }
        });
        return lines;
    }

    private static boolean isTable(Object value) {
        return !Json.list(value).isEmpty() && Json.list(value).stream().allMatch(Map.class::isInstance);
    }

    /** Rows under a heading of all their keys, in columns. */
    static List<String> table(List<Map<String, Object>> rows) {
        List<String> columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns);
        rows.forEach(row -> cells.add(columns.stream()
                .map(column -> row.containsKey(column) ? text(row.get(column)) : "")
                .toList()));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            widths.add(
                    cells.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        return cells.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths.get(column) - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /** A value in words; a list of whole numbers that follow each other as a range. */
    static String text(Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Double number -> number == Math.rint(number) ? Long.toString(number.longValue()) : number.toString();
            case Map<?, ?> map when map.isEmpty() -> NOTHING;
            case List<?> list when list.isEmpty() -> NOTHING;
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(each -> each.getKey() + " " + text(each.getValue()))
                        .collect(Collectors.joining(", "));
            case List<?> list -> ranges(list);
            default -> value.toString();
        };
    }

    private static String ranges(List<?> list) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); ) {
            int to = from;
            while (to + 1 < list.size() && follows(list.get(to), list.get(to + 1))) {
                to++;
            }
            parts.add(from == to ? text(list.get(from)) : text(list.get(from)) + "-" + text(list.get(to)));
            from = to + 1;
        }
        return String.join(" ", parts);
    }

    private static boolean follows(Object first, Object second) {
        return first instanceof Double one && second instanceof Double two && two - one == 1;
    }
}
