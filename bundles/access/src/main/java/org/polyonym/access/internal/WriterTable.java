package org.polyonym.access.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** Who may enter records of which system and category, by the table {@code writers}. */
final class WriterTable {
    private record Grant(AuthorityKind authority, Purpose purpose, SystemId system, String category) {}

    private final Set<Grant> grants = new HashSet<>();

    WriterTable(RuleTable table) {
        for (Map<String, String> row : table.rows()) {
            AuthorityKind authority = Rows.value(table, row, "authority", AuthorityKind.class);
            SystemId system = SystemId.of(Rows.cell(table, row, "system"));
            String category = Rows.cell(table, row, "category");
            if (category.isEmpty()) {
                throw Rows.fault(table, row, "a category or * is needed");
            }
            for (Purpose purpose : Rows.values(table, row, "purpose", Purpose.class)) {
                Rows.addOnce(table, row, grants, new Grant(authority, purpose, system, category));
            }
        }
    }

    boolean allows(Caller caller, SystemId system, String category) {
        AuthorityKind kind = caller.authority().kind();
        return grants.contains(new Grant(kind, caller.purpose(), system, category))
                || grants.contains(new Grant(kind, caller.purpose(), system, Rows.ANY));
    }
}
