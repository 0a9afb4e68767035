package org.polyonym.systemkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleBook;

/** Which records start multiple-identity detection (IO 27(1)) and which fields make the set complete. */
final class Triggers {
    private final Map<String, Set<String>> completeSets = new HashMap<>();

    Triggers(RuleBook rules, SystemId system) {
        for (Map<String, String> row : TableRows.of(rules.table("triggers"), system)) {
            Set<String> complete = TableRows.words(row.get("complete"));
            Content.requireKnown("triggers", complete);
            if (completeSets.put(row.get("category"), complete) != null) {
                throw new IllegalArgumentException("triggers: " + system + " " + row.get("category") + " twice");
            }
        }
    }

    /** Whether records of this system are linked at all: one of a category without a row is still found from the other side. */
    boolean takesPart() {
        return !completeSets.isEmpty();
    }

    /** Whether records of the category start detection once their set is complete. */
    boolean concerns(String category) {
        return completeSets.containsKey(category);
    }

    /** Whether this record starts detection. */
    boolean startedBy(OriginRecord record) {
        Content content = Content.of(record);
        return concerns(record.category())
                && completeSets.get(record.category()).stream().allMatch(content::has);
    }
}
