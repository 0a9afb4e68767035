package org.polyonym.europol.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditLog;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.notification.Notifications;
import org.polyonym.registry.Records;
import org.polyonym.store.Transactions;

/** Passes a Europol item on. */
@Component
public final class ForwardItemEndpoint implements Endpoint {
    private final Forwarding forwarding;

    /** Wires the contracts. */
    @Activate
    public ForwardItemEndpoint(
            @Reference AccessControl access,
            @Reference Records records,
            @Reference Transactions transactions,
            @Reference Notifications notifications,
            @Reference AuditLog audit) {
        forwarding = new Forwarding(access, records, transactions, notifications, audit);
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/europol/records/{recordId}/forwardings";
    }

    @Override
    public String operationId() {
        return "forwardEuropolItem";
    }

    @Override
    public Reply handle(Request request) {
        ForwardingRequest body = request.body(ForwardingRequest.class);
        return Reply.ok(forwarding.forward(request.caller(), request.path("recordId"), body));
    }
}
