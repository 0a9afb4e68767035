package org.polyonym.rules;

import java.util.List;
import java.util.Map;

/**
 * One table of rules: tab-separated, first line the column names, lines starting with {@code #} are comments; the column
 * {@code source} is mandatory.
 *
 * @param name file name without ending
 * @param version content hash, first 12 hex digits
 * @param columns column names in order
 * @param rows one map per row
 */
public record RuleTable(String name, String version, List<String> columns, List<Map<String, String>> rows) {
    /** Copies the lists. */
    public RuleTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
