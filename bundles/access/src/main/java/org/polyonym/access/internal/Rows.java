package org.polyonym.access.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.polyonym.rules.RuleTable;

/** Typed reading of table cells; every fault names the table, the row and the cell. */
final class Rows {
    /** Cell that stands for every value. */
    static final String ANY = "*";

    private Rows() {}

    static <E extends Enum<E>> E value(RuleTable table, Map<String, String> row, String column, Class<E> type) {
        return read(table, row, column, type, cell(table, row, column));
    }

    /** A comma-separated list; an empty cell is an empty set, {@code *} is every value. */
    static <E extends Enum<E>> Set<E> values(RuleTable table, Map<String, String> row, String column, Class<E> type) {
        String cell = cell(table, row, column);
        if (cell.equals(ANY)) {
            return EnumSet.allOf(type);
        }
        Set<E> all = EnumSet.noneOf(type);
        for (String name : cell.isEmpty() ? new String[0] : cell.split(",")) {
            if (!all.add(read(table, row, column, type, name.strip()))) {
                throw fault(table, row, column + " lists " + name + " twice");
            }
        }
        return all;
    }

    static boolean yes(RuleTable table, Map<String, String> row, String column) {
        String cell = cell(table, row, column);
        if (!cell.equals("yes") && !cell.equals("no")) {
            throw fault(table, row, column + " must be yes or no");
        }
        return cell.equals("yes");
    }

    static String cell(RuleTable table, Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw fault(table, row, "there is no column " + column);
        }
        return cell;
    }

    /** Adds to a collection that must not hold the value yet. */
    static <T> void addOnce(RuleTable table, Map<String, String> row, Collection<T> all, T value) {
        if (!all.add(value)) {
            throw fault(table, row, "is there twice: " + value);
        }
    }

    static IllegalArgumentException fault(RuleTable table, Map<String, String> row, String what) {
        return new IllegalArgumentException("rule table " + table.name() + ": " + what + " in " + row);
    }

    private static <E extends Enum<E>> E read(
            RuleTable table, Map<String, String> row, String column, Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> fault(table, row, column + " does not know " + name));
    }
}
