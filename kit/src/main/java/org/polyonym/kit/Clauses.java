package org.polyonym.kit;

import java.util.ArrayList;
import java.util.List;

/** Splits an OSGi header into its clauses, as OSGi Core 3.2.4 writes them. */
final class Clauses {
    /**
     * One clause.
     *
     * @param name its first path
     * @param text the whole of it
     */
    record Clause(String name, String text) {}

    private Clauses() {}

    static List<Clause> of(String header) {
        List<Clause> clauses = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= header.length(); i++) {
            if (i == header.length() || (header.charAt(i) == ',' && !quoted)) {
                String text = header.substring(start, i).strip();
                clauses.add(new Clause(text.split(";", 2)[0].strip(), text));
                start = i + 1;
            } else if (header.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return clauses;
    }
}
