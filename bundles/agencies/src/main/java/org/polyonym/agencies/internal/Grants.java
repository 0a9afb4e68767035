package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.polyonym.access.AccessGrants;
import org.polyonym.rules.RuleTable;

/**
 * The access rows in force for the connectors that are wanted. Apart from {@link Agencies}, which needs access control,
 * which needs this. Thread-safe.
 */
@Component(service = {AccessGrants.class, Grants.class})
public final class Grants implements AccessGrants {
    private volatile RuleTable rows = table(List.of());

    @Override
    public RuleTable rows() {
        return rows;
    }

    void set(List<Map<String, String>> wanted) {
        if (!rows.rows().equals(wanted)) {
            rows = table(wanted);
        }
    }

    private static RuleTable table(List<Map<String, String>> rows) {
        return new RuleTable("access", "granted", AccessRows.COLUMNS, rows);
    }
}
