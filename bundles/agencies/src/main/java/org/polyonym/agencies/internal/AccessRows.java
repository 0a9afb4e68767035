package org.polyonym.agencies.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Rows of the table {@code access} as an operator gives them: tab-separated, with the table's columns and comments. */
final class AccessRows {
    /** The columns, as the table {@code access} has them. */
    static final List<String> COLUMNS =
            List.of("authority", "purpose", "system", "search", "fields", "reply", "names_source", "source");

    /** What a new project has as source of its rows, until its author knows better; the archetype's access.tsv says it. */
    private static final String PLACEHOLDER = "name the article of your law here";

    private AccessRows() {}

    /** Reads them; an empty text has none. */
    static List<Map<String, String>> parse(String text) {
        if (text.length() > Limits.MAX_ACCESS_CHARS) {
            throw invalid("at most " + Limits.MAX_ACCESS_CHARS + " characters of access rows");
        }
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (!Arrays.asList(lines.getFirst().split("\t", -1)).equals(COLUMNS)) {
            throw invalid("the first line names the columns, separated by tabs: " + String.join(", ", COLUMNS));
        }
        if (lines.size() - 1 > Limits.MAX_ACCESS_ROWS) {
            throw invalid("at most " + Limits.MAX_ACCESS_ROWS + " access rows");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(i, lines.get(i).split("\t", -1)));
        }
        return List.copyOf(rows);
    }

    private static Map<String, String> row(int number, String[] cells) {
        if (cells.length != COLUMNS.size()) {
            throw invalid("row " + number + " has " + cells.length + " cells instead of " + COLUMNS.size());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(COLUMNS.get(i), cells[i].strip());
        }
        return row;
    }

    /** The systems that the rows name. */
    static Set<String> systems(List<Map<String, String>> rows) {
        return rows.stream().map(r -> r.getOrDefault("system", "")).collect(Collectors.toSet());
    }

    /** The rows that name no law, as they are told, counted from 1: nobody is let in without one. */
    static List<String> withoutSource(List<Map<String, String>> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> {
                    String source = rows.get(i).getOrDefault("source", "").strip();
                    return source.isEmpty() || source.equalsIgnoreCase(PLACEHOLDER);
                })
                .mapToObj(i -> "row " + (i + 1) + " names no law in the column source")
                .toList();
    }

    /** Refuses rows for any other system: nobody is let into a system by the way of another's connector. */
    static void requireOnly(SystemId system, List<Map<String, String>> rows) {
        Set<String> named = systems(rows);
        if (!rows.isEmpty() && !named.equals(Set.of(system.text()))) {
            throw invalid(
                    "the rows name " + named.stream().sorted().toList() + ", the connector answers for " + system);
        }
    }

    private static ProblemException invalid(String why) {
        return ProblemException.of(ProblemType.CONNECTOR_ACCESS_INVALID, why);
    }
}
