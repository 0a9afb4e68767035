package org.polyonym.gateway.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.grid.Grid;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Access control and audit log as they are at this moment: without the one nobody comes in, without the other nothing goes out. Without the grid nothing is written. */
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

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Grid grid;

    /** Refuses a write while this node is cut off from most others, before anything of it is done. */
    void requireMajority() {
        Grid now = grid;
        if (now == null) {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "the grid is not running");
        }
        if (!now.majority()) {
            throw ProblemException.of(
                    ProblemType.NO_MAJORITY, "this node sees " + now.members().size() + " of " + now.size() + " nodes");
        }
    }

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
