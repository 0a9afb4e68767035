package org.polyonym.audit.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;

/** {@code GET /v1/audit?after=N}: the log, for supervisors only. */
@Component
public final class ReadAudit implements Endpoint {
    /** Digits of a sequence number. */
    private static final String SEQUENCE = "[0-9]{1,18}";

    private final AuditLog log;
    private final AccessControl access;

    /**
     * The answer.
     *
     * @param entries in the order of the log, at most {@value Documents#MAX_RESULTS}; ask again after the last one
     */
    public record Entries(List<StoredAuditEntry> entries) {}

    /** Over the log and the gate. */
    @Activate
    public ReadAudit(@Reference AuditLog log, @Reference AccessControl access) {
        this.log = log;
        this.access = access;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/audit";
    }

    @Override
    public String operationId() {
        return "readAudit";
    }

    @Override
    public Reply handle(Request request) {
        access.requireOperation(request.caller(), operationId());
        String after = request.query("after").orElse("0");
        if (!after.matches(SEQUENCE)) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "after", "a sequence number has 1 to 18 digits");
        }
        return Reply.ok(new Entries(log.read(Long.parseLong(after), Documents.MAX_RESULTS)));
    }
}
