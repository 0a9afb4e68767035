package org.polyonym.gateway.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Access control and audit log as they are at this moment: without the one nobody comes in, without the other nothing goes out. */
@Component(service = Gate.class)
public final class Gate {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccessControl access;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditLog audit;

    AccessControl access() {
        AccessControl now = access;
        if (now == null) {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "access control is not running");
        }
        return now;
    }

    /** Stores the entry; when it returns, the entry is on disk. */
    void audit(AuditEntry entry) {
        AuditLog now = audit;
        if (now == null) {
            throw ProblemException.of(ProblemType.AUDIT_UNAVAILABLE, "the audit log is not running");
        }
        try {
            now.append(entry);
        } catch (RuntimeException e) {
            throw ProblemException.causedBy(ProblemType.AUDIT_UNAVAILABLE, "the audit entry could not be stored", e);
        }
    }
}
