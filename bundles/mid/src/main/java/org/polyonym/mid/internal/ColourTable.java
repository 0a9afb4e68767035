package org.polyonym.mid.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.rules.RuleTable;

/** The automatic colour of a pair of records: every combination of inputs has exactly one row. Immutable. */
final class ColourTable {
    private record Input(BiometricClass biometric, IdentityClass identity, DocumentClass document) {}

    private final String version;
    private final Map<Input, ColourRow> rows = new LinkedHashMap<>();

    /**
     * Reads and checks the table.
     *
     * @throws IllegalArgumentException when a combination has no row or two, or a link has no reason
     */
    ColourTable(RuleTable table) {
        this.version = table.version();
        for (Map<String, String> cells : table.rows()) {
            ColourRow row = read(cells);
            if ((row.result() == Verdict.NONE) != row.reason().equals("-")) {
                throw new IllegalArgumentException(
                        "colour row " + row.row() + ": a link, and only a link, has a reason");
            }
            ColourRow twin = rows.put(new Input(row.biometric(), row.identity(), row.document()), row);
            if (twin != null) {
                throw new IllegalArgumentException("colour rows " + twin.row() + " and " + row.row() + " overlap");
            }
        }
        requireComplete();
    }

    /** Content hash of the table. */
    String version() {
        return version;
    }

    /** The row for these inputs. */
    ColourRow decide(BiometricClass biometric, IdentityClass identity, DocumentClass document) {
        return rows.get(new Input(biometric, identity, document));
    }

    /** Rows that differ from the given one in a single input and have another result or reason. */
    List<ColourRow> wouldChange(ColourRow from) {
        return rows.values().stream()
                .filter(row -> row.distance(from) == 1)
                .filter(row -> row.result() != from.result() || !row.reason().equals(from.reason()))
                .toList();
    }

    /** All rows. */
    Collection<ColourRow> rows() {
        return rows.values();
    }

    private static ColourRow read(Map<String, String> cells) {
        return new ColourRow(
                cells.get("row"),
                Cells.value(cells, "biometric", BiometricClass.class),
                Cells.value(cells, "identity", IdentityClass.class),
                Cells.value(cells, "document", DocumentClass.class),
                Cells.value(cells, "result", Verdict.class),
                cells.get("reason"),
                cells.get("source"));
    }

    private void requireComplete() {
        for (BiometricClass b : BiometricClass.values()) {
            for (IdentityClass i : IdentityClass.values()) {
                for (DocumentClass t : DocumentClass.values()) {
                    if (!rows.containsKey(new Input(b, i, t))) {
                        throw new IllegalArgumentException("colour table has no row for " + b + ", " + i + ", " + t);
                    }
                }
            }
        }
    }
}
