package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** Reading of rule tables. */
final class TableRows {
    static final String ANY = "*";

    private TableRows() {}

    static List<Map<String, String>> of(RuleTable table, SystemId system) {
        return table.rows().stream()
                .filter(row -> row.get("system").equals(system.text()))
                .toList();
    }

    static Set<String> words(String cell) {
        return Stream.of(cell.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    static boolean yes(RuleTable table, String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("rule table " + table.name() + ": yes or no, not " + cell);
        };
    }

    static boolean fits(String cell, String value) {
        return cell.equals(ANY) || cell.equals(value);
    }
}
