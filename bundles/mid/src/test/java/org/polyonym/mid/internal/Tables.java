package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.RuleTable;
import org.polyonym.rules.internal.EditionRules;

/** The shipped rule tables, and damaged copies of them. */
final class Tables {
    static final RuleBook BOOK = new EditionRules(Map.of());
    static final ColourTable COLOURS = new ColourTable(BOOK.table("colour"));
    static final ManualTable MANUAL = new ManualTable(BOOK.table("manual"), COLOURS);
    static final ResponsibleAuthority AUTHORITIES = new ResponsibleAuthority(BOOK.table("authority"));
    static final LinkVisibility VISIBILITY = new LinkVisibility(BOOK.table("visibility"));

    private Tables() {}

    static RuleTable without(String table, Predicate<Map<String, String>> dropped) {
        RuleTable whole = BOOK.table(table);
        return new RuleTable(
                whole.name(),
                whole.version(),
                whole.columns(),
                whole.rows().stream().filter(dropped.negate()).toList());
    }

    static RuleTable with(String table, String row, String column, String value) {
        RuleTable whole = BOOK.table(table);
        List<Map<String, String>> rows = new ArrayList<>(whole.rows());
        rows.replaceAll(cells -> cells.get("row").equals(row) ? changed(cells, column, value) : cells);
        return new RuleTable(whole.name(), whole.version(), whole.columns(), rows);
    }

    private static Map<String, String> changed(Map<String, String> cells, String column, String value) {
        Map<String, String> copy = new HashMap<>(cells);
        copy.put(column, value);
        return copy;
    }
}
