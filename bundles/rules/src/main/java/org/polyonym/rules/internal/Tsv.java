package org.polyonym.rules.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.rules.RuleTable;

/** Reads a rule table and refuses one whose rows do not fit its columns or name no source. */
final class Tsv {
    private static final String SOURCE = "source";
    private static final int VERSION_BYTES = 6;

    private Tsv() {}

    static RuleTable parse(String name, String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("rule table " + name + " has no header");
        }
        List<String> columns = List.of(lines.getFirst().split("\t"));
        if (!columns.contains(SOURCE)) {
            throw new IllegalArgumentException("rule table " + name + " has no column " + SOURCE);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(name, columns, line));
        }
        return new RuleTable(name, version(text), columns, rows);
    }

    private static Map<String, String> row(String name, List<String> columns, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("rule table " + name + ": " + cells.length + " cells for "
                    + columns.size() + " columns in: " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i), cells[i].strip());
        }
        if (row.get(SOURCE).isEmpty()) {
            throw new IllegalArgumentException("rule table " + name + ": no source in: " + line);
        }
        return Map.copyOf(row);
    }

    private static String version(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
