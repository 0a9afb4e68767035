package org.polyonym.sbms.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Identification;

/**
 * Audit entries of biometric use (IO 16): kind of data, scope and counts, never a sample, a template or a score of a named
 * person. Each is stored before its answer is released. Thread-safe.
 */
final class BiometricAudit {
    static final String IDENTIFICATION = "BIOMETRIC_IDENTIFICATION";
    static final String VERIFICATION = "BIOMETRIC_VERIFICATION";
    static final String EXPLANATION = "BIOMETRIC_EXPLANATION";

    private static final String MODALITY = "modality";
    private static final String FINGERS = "fingers";
    private static final String FINGERPRINT = "FINGERPRINT";
    private static final String NONE = "NONE";

    private final AuditLog log;

    BiometricAudit(AuditLog log) {
        this.log = log;
    }

    void identified(
            Caller caller, List<OriginRef> subject, int fingers, Collection<SystemId> scope, Identification found) {
        append(
                IDENTIFICATION,
                caller,
                subject,
                Map.of(
                        MODALITY,
                        fingers == 0 ? NONE : FINGERPRINT,
                        FINGERS,
                        Integer.toString(fingers),
                        "scope",
                        String.join(
                                ",", scope.stream().map(SystemId::text).sorted().toList()),
                        "candidates",
                        Integer.toString(found.candidates().size()),
                        "coverage",
                        found.coverage().templatesCovered() + "/"
                                + found.coverage().templatesKnown(),
                        "thresholds",
                        found.thresholdVersion()));
    }

    void verified(Caller caller, List<OriginRef> subject, Comparison comparison) {
        append(
                VERIFICATION,
                caller,
                subject,
                Map.of(
                        MODALITY,
                        comparison.fingers() == 0 ? NONE : FINGERPRINT,
                        FINGERS,
                        Integer.toString(comparison.fingers()),
                        "thresholds",
                        comparison.thresholdVersion()));
    }

    void explained(Caller caller, List<OriginRef> subject, int fingers) {
        append(
                EXPLANATION,
                caller,
                subject,
                Map.of(MODALITY, fingers == 0 ? NONE : FINGERPRINT, FINGERS, Integer.toString(fingers)));
    }

    private void append(String event, Caller caller, List<OriginRef> subject, Map<String, String> detail) {
        log.append(new AuditEntry(
                event, caller, subject.stream().map(OriginRef::text).toList(), detail));
    }
}
