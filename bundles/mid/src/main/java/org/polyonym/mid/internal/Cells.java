package org.polyonym.mid.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Reads cells of a rule table; a cell that does not read is a broken installation and stops the component. */
final class Cells {
    private static final String ANY = "*";

    private Cells() {}

    static <E extends Enum<E>> E value(Map<String, String> row, String column, Class<E> type) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("a rule row has no column " + column);
        }
        return Enum.valueOf(type, cell);
    }

    /** Whether a cell with alternatives parted by {@code |}, or {@code *}, admits the value. */
    static boolean admits(String cell, String value) {
        return cell.equals(ANY) || Arrays.asList(cell.split("\\|")).contains(value);
    }

    static boolean yes(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        if (!cell.equals("YES") && !cell.equals("NO")) {
            throw new IllegalArgumentException("column " + column + " is YES or NO");
        }
        return cell.equals("YES");
    }

    /** A cell in which {@code -} stands for nothing. */
    static Optional<String> text(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).filter(cell -> !cell.equals("-"));
    }
}
