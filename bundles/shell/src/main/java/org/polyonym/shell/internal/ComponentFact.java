package org.polyonym.shell.internal;

import java.util.List;
import java.util.Set;

/**
 * What was seen of one component.
 *
 * @param failure why its activation failed, empty if it did not
 * @param offers names of the services it provides
 */
record ComponentFact(
        String name, String bundle, Standing standing, String failure, List<Need> unsatisfied, Set<String> offers) {
    /** How a component stands. */
    enum Standing {
        /** Active, or ready to be made when first asked for. */
        UP,
        /** A reference has no service. */
        WAITS_FOR_SERVICE,
        /** It exists only when configured, and no configuration is there: off by choice. */
        NOT_CONFIGURED,
        /** Disabled by its bundle or an operator: off by choice. */
        DISABLED,
        /** Its constructor or activation method threw. */
        FAILED
    }

    /**
     * A reference without a service.
     *
     * @param target the filter on the service's properties, empty for none
     */
    record Need(String reference, String service, String target) {}

    boolean isWanted() {
        return standing != Standing.NOT_CONFIGURED && standing != Standing.DISABLED;
    }
}
