package org.polyonym.sis.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditLog;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.notification.Notifications;
import org.polyonym.registry.Records;
import org.polyonym.rules.RuleBook;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Outbox;
import org.polyonym.store.Transactions;
import org.polyonym.systemkit.Contracts;
import org.polyonym.time.LegalClock;

/** Takes the report of a match in the field. */
@Component
public final class ConfirmHitEndpoint implements Endpoint {
    private final HitConfirmation confirmation;

    /** Wires the contracts. */
    @Activate
    public ConfirmHitEndpoint(
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference Images images,
            @Reference Outbox outbox,
            @Reference AuditLog audit,
            @Reference AccessControl access,
            @Reference BiometricMatching biometrics,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock,
            @Reference RuleBook rules,
            @Reference Records records,
            @Reference Notifications notifications) {
        Contracts contracts =
                new Contracts(transactions, documents, images, outbox, audit, access, biometrics, clock, rules);
        confirmation = new HitConfirmation(contracts, records, notifications);
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/alerts/{recordId}/hits";
    }

    @Override
    public String operationId() {
        return HitConfirmation.OPERATION;
    }

    @Override
    public Reply handle(Request request) {
        HitReport report = request.body(HitReport.class);
        return Reply.ok(confirmation.confirm(request.caller(), request.path("recordId"), report));
    }
}
