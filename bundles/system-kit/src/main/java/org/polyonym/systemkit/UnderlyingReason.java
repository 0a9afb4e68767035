package org.polyonym.systemkit;

import java.util.Map;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;

/**
 * A decision against a person rests on data in a system, never on the existence of a link alone (IO 32(2)). The attribute
 * {@value #ATTRIBUTE} names the record as {@code SYSTEM/identifier}.
 */
public final class UnderlyingReason {
    /** Name of the attribute. */
    public static final String ATTRIBUTE = "reasonRecord";

    private final Records records;

    /** Over the records of all systems. */
    public UnderlyingReason(Records records) {
        this.records = records;
    }

    /** Refuses with REASON_IS_LINK whatever is not a record of a system, links and confirmation files among it. */
    public void check(Map<String, String> attributes) {
        String reason = attributes.getOrDefault(ATTRIBUTE, "");
        if (!reason.isEmpty() && !isRecord(reason)) {
            throw ProblemException.ofField(
                    ProblemType.REASON_IS_LINK, "attributes/" + ATTRIBUTE, "name a stored record as SYSTEM/identifier");
        }
    }

    private boolean isRecord(String reason) {
        try {
            return records.find(OriginRef.of(reason)).isPresent();
        } catch (ProblemException e) {
            return false;
        }
    }
}
