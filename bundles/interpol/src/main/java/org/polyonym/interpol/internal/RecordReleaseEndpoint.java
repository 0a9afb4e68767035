package org.polyonym.interpol.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.audit.AuditLog;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.store.Documents;
import org.polyonym.store.Transactions;
import org.polyonym.time.LegalClock;

/** Records a release; from then on Interpol may be queried. */
@Component
public final class RecordReleaseEndpoint implements Endpoint {
    private final Releases releases;

    /** Wires the contracts. */
    @Activate
    public RecordReleaseEndpoint(
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        releases = new Releases(transactions, documents, audit, clock);
    }

    @Override
    public Method method() {
        return Method.PUT;
    }

    @Override
    public String path() {
        return "/v1/interpol/release";
    }

    @Override
    public String operationId() {
        return "recordRelease";
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(releases.record(request.caller(), request.body(ReleaseRequest.class)));
    }
}
