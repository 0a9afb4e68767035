package org.polyonym.audit;

import java.util.List;
import java.util.Map;
import org.polyonym.access.Caller;

/**
 * One entry. It names kinds and references of data, never the data (for biometrics the modality, never the sample).
 *
 * @param event name from the audit-event catalogue, e.g. {@code PORTAL_QUERY}
 * @param caller who and why
 * @param subject references concerned, e.g. record, link or query id
 * @param detail facts by name: profile, sources, modality, rule-set version, class per field
 */
public record AuditEntry(String event, Caller caller, List<String> subject, Map<String, String> detail) {
    /** Copies the collections. */
    public AuditEntry {
        subject = List.copyOf(subject);
        detail = Map.copyOf(detail);
    }
}
