package org.polyonym.access.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;
import org.polyonym.rules.RuleTable;

/** Who may use which operation, by the table {@code operations}. */
final class OperationTable {
    private record Grant(String operation, AuthorityKind authority, Purpose purpose) {}

    private final Set<Grant> grants = new HashSet<>();

    OperationTable(RuleTable table) {
        for (Map<String, String> row : table.rows()) {
            String operation = Rows.cell(table, row, "operation");
            AuthorityKind authority = Rows.value(table, row, "authority", AuthorityKind.class);
            Set<Purpose> purposes = Rows.values(table, row, "purpose", Purpose.class);
            if (operation.isEmpty() || purposes.isEmpty()) {
                throw Rows.fault(table, row, "an operation and a purpose are needed");
            }
            purposes.forEach(purpose -> Rows.addOnce(table, row, grants, new Grant(operation, authority, purpose)));
        }
    }

    boolean allows(Caller caller, String operation) {
        return grants.contains(new Grant(operation, caller.authority().kind(), caller.purpose()));
    }
}
