package org.polyonym.mid.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polyonym.mid.LinkColour;
import org.polyonym.rules.RuleTable;

/** The findings that are possible for a link, and what becomes of it. Immutable. */
final class ManualTable {
    private final List<ManualRow> rows;
    private final String version;

    /**
     * Reads and checks the table against the colour table.
     *
     * @throws IllegalArgumentException when a finding has two rows for one case, or a yellow link of some row of the
     *     colour table could never be decided
     */
    ManualTable(RuleTable table, ColourTable colours) {
        this.rows = table.rows().stream().map(ManualTable::read).toList();
        this.version = table.version();
        for (ColourRow basis : colours.rows()) {
            if (basis.result() != Verdict.NONE) {
                for (LinkColour colour : LinkColour.values()) {
                    requireUnambiguous(colour, basis);
                }
            }
        }
    }

    /** Content hash of the table. */
    String version() {
        return version;
    }

    /** The rows that a link of this colour and basis admits. */
    List<ManualRow> offers(LinkColour colour, ColourRow basis) {
        return rows.stream().filter(row -> row.fits(colour, basis)).toList();
    }

    private void requireUnambiguous(LinkColour colour, ColourRow basis) {
        List<ManualRow> offers = offers(colour, basis);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("no finding is possible for " + colour + " of row " + basis.row());
        }
        Set<String> findings = new HashSet<>();
        for (ManualRow row : offers) {
            if (!findings.add(row.finding())) {
                throw new IllegalArgumentException("manual row " + row.row() + " overlaps for row " + basis.row());
            }
        }
    }

    private static ManualRow read(Map<String, String> cells) {
        return new ManualRow(
                cells.get("row"),
                Cells.value(cells, "from", LinkColour.class),
                cells.get("reason"),
                cells.get("identity"),
                cells.get("document"),
                cells.get("finding"),
                Cells.value(cells, "result", ManualResult.class),
                Cells.text(cells, "persons").map(Persons::valueOf).orElse(Persons.OPEN),
                Cells.yes(cells, "letter"),
                cells.get("by").equals("RESPONSIBLE"),
                cells.get("source"));
    }
}
