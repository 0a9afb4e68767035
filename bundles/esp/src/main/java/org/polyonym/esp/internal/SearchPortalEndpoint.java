package org.polyonym.esp.internal;

import java.time.InstantSource;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditLog;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.mid.Links;
import org.polyonym.rules.RuleBook;
import org.polyonym.time.LegalClock;

/**
 * {@code POST /v1/searches}: one query to all sources of the profile (IO 9). Where the rules have triggers of detection, an
 * absent detector is told as unavailable.
 */
@Component(service = Endpoint.class)
public final class SearchPortalEndpoint implements Endpoint {
    private final ConnectorRegistry connectors;
    private final LinkPart links;
    private final CamelFanOut fanOut;
    private final AccessControl access;
    private final AuditLog audit;
    private final LegalClock clock;

    /**
     * Starts the fan-out route.
     *
     * @throws Exception when Camel cannot start it
     */
    @Activate
    public SearchPortalEndpoint(
            @Reference AccessControl access,
            @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock,
            @Reference RuleBook rules,
            @Reference ConnectorRegistry connectors)
            throws Exception {
        this.access = access;
        this.connectors = connectors;
        this.audit = audit;
        this.clock = clock;
        this.links = new LinkPart(!rules.table("triggers").rows().isEmpty());
        this.fanOut = new CamelFanOut();
    }

    @Deactivate
    void close() {
        fanOut.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinks(Links detector) {
        links.set(detector);
    }

    void unbindLinks(Links detector) {
        links.unset(detector);
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/searches";
    }

    @Override
    public String operationId() {
        return "searchPortal";
    }

    @Override
    public Reply handle(Request request) {
        PortalRequest body = request.body(PortalRequest.class);
        body.check();
        Caller caller = request.caller();
        InstantSource machineTime = InstantSource.system();
        SourceCall.Asking asking = new SourceCall.Asking(
                UUID.randomUUID().toString(),
                caller,
                body.keys(),
                machineTime.instant().plus(body.timeout()));
        PortalQuery.Portal portal =
                new PortalQuery.Portal(connectors.sources(), fanOut, audit, links, machineTime, clock.virtual());
        return Reply.lines(new PortalQuery(asking, access.profile(caller), portal).logged());
    }
}
