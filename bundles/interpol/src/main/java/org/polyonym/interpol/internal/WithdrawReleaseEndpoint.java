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

/** Withdraws the release; from then on Interpol is not queried. */
@Component
public final class WithdrawReleaseEndpoint implements Endpoint {
    private final Releases releases;

    /** Wires the contracts. */
    @Activate
    public WithdrawReleaseEndpoint(
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        releases = new Releases(transactions, documents, audit, clock);
    }

    @Override
    public Method method() {
        return Method.DELETE;
    }

    @Override
    public String path() {
        return "/v1/interpol/release";
    }

    @Override
    public String operationId() {
        return "withdrawRelease";
    }

    @Override
    public Reply handle(Request request) {
        releases.withdraw(request.caller());
        return Reply.noContent();
    }
}
