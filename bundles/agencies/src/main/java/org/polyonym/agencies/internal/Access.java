package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access rows that a connector is to have.
 *
 * @param rows with the columns of the table {@code access}
 * @param kept whether they are those of the connector that is replaced, because the operator gave none
 */
record Access(List<Map<String, String>> rows, boolean kept) {
    /** By what the operator gave, and the connector that would be replaced, if any. */
    static Access of(DeployRequest request, Optional<DesiredConnector> before) {
        return before.filter(old -> request.access().isBlank())
                .map(old -> new Access(old.access(), true))
                .orElseGet(() -> new Access(AccessRows.parse(request.access()), false));
    }
}
