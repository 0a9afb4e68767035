package org.polyonym.systemkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.Modality;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.RuleTable;

/** Which samples of a system become templates (IO 13). The first row that fits decides; without one, none does. */
public final class Feeders {
    private record Row(String category, String modality, String capture, boolean template) {}

    private final List<Row> rows = new ArrayList<>();

    /** Reads the rows of one system. */
    public Feeders(RuleBook rules, SystemId system) {
        RuleTable table = rules.table("feeders");
        for (Map<String, String> row : TableRows.of(table, system)) {
            Modality.valueOf(row.get("modality"));
            Row read = new Row(
                    row.get("category"),
                    row.get("modality"),
                    row.get("capture"),
                    TableRows.yes(table, row.get("template")));
            if (rows.stream().anyMatch(earlier -> covers(earlier, read))) {
                throw new IllegalArgumentException("feeders: " + system + " row can never apply: " + read);
            }
            rows.add(read);
        }
    }

    private static boolean covers(Row earlier, Row later) {
        return TableRows.fits(earlier.category, later.category)
                && earlier.modality.equals(later.modality)
                && TableRows.fits(earlier.capture, later.capture);
    }

    Predicate<BiometricSample> of(String category) {
        return sample -> rows.stream()
                .filter(r -> TableRows.fits(r.category, category)
                        && r.modality.equals(sample.modality().name())
                        && TableRows.fits(r.capture, sample.capture().name()))
                .findFirst()
                .map(Row::template)
                .orElse(false);
    }

    /** Whether any sample of the modality becomes a template, so that the system can be searched with it. */
    public boolean feeds(Modality modality) {
        return rows.stream().anyMatch(r -> r.modality.equals(modality.name()) && r.template);
    }
}
