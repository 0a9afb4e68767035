package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.SystemOfRecord;

/** One link with its explanation; linked data that it shows are logged first (IO 24(3), 36). */
@Component
public final class ReadLinkEndpoint implements Endpoint {
    private final LinkDetails details;
    private final AccessControl access;
    private final AuditLog log;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE)
    volatile List<SystemOfRecord> systems = List.of();

    /** Wires. */
    @Activate
    public ReadLinkEndpoint(@Reference LinkBook book, @Reference AccessControl access, @Reference AuditLog log) {
        this.details = new LinkDetails(book);
        this.access = access;
        this.log = log;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/links/{linkId}";
    }

    @Override
    public String operationId() {
        return "readLink";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        access.requireOperation(caller, operationId());
        LinkDetail detail =
                details.of(request.path("linkId"), caller, access.profile(caller), ref -> reads(caller, ref));
        List<String> subject = new ArrayList<>(List.of(detail.link().linkId()));
        subject.addAll(LinkDetails.shown(detail));
        log.append(new AuditEntry(
                "LINKED_DATA_READ",
                caller,
                subject,
                Map.of("colour", detail.link().colour().name())));
        return Reply.ok(detail);
    }

    /** Asks the record's own system, whose law may hide it from the caller; a system that does not run shows nothing. */
    private boolean reads(Caller caller, OriginRef ref) {
        return systems.stream()
                .filter(system -> system.system().equals(ref.system()))
                .findFirst()
                .flatMap(system -> system.read(caller, ref.recordId()))
                .isPresent();
    }
}
