package org.polyonym.agencies.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads headers of the form {@code path;path;attribute=value;directive:="value",...} (OSGi Core 3.2.4). */
final class Clauses {
    private Clauses() {}

    /**
     * One clause.
     *
     * @param paths packages or names
     * @param attributes by name
     * @param directives by name
     */
    record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {}

    /** Reads a header; an absent one has no clauses. */
    static List<Clause> parse(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        return split(header, ',').stream().map(Clauses::clause).toList();
    }

    private static Clause clause(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> attributes = new HashMap<>();
        Map<String, String> directives = new HashMap<>();
        for (String part : split(text, ';')) {
            int directive = part.indexOf(":=");
            int attribute = part.indexOf('=');
            if (directive > 0 && directive < attribute) {
                directives.put(part.substring(0, directive).strip(), unquote(part.substring(directive + 2)));
            } else if (attribute > 0) {
                String name = part.substring(0, attribute).strip();
                int type = name.indexOf(':');
                attributes.put(type < 0 ? name : name.substring(0, type), unquote(part.substring(attribute + 1)));
            } else {
                paths.add(part.strip());
            }
        }
        return new Clause(List.copyOf(paths), Map.copyOf(attributes), Map.copyOf(directives));
    }

    /** Splits outside quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = c == '"' ? !quoted : quoted;
            if (c == separator && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static String unquote(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
