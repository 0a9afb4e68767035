package org.polyonym.esp.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditLog;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.mid.Links;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.time.LegalClock;

/** {@code POST /v1/identity-checks}: identification by the police (IO 20). Without a repository nobody can be identified. */
@Component(service = Endpoint.class)
public final class CheckIdentityEndpoint implements Endpoint {
    private final LinkPart links = new LinkPart(true);
    private final AtomicReference<IdentityRepository> repository = new AtomicReference<>();
    private final AccessControl access;
    private final LegalClock clock;
    private final IdentityCheck check;

    /** Wires the contracts. */
    @Activate
    public CheckIdentityEndpoint(
            @Reference AccessControl access,
            @Reference AuditLog audit,
            @Reference BiometricMatching biometrics,
            @Reference Records records,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        this.access = access;
        this.clock = clock;
        this.check = new IdentityCheck(biometrics, this::repository, records, audit, links);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinks(Links detector) {
        links.set(detector);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRepository(IdentityRepository service) {
        repository.set(service);
    }

    void unbindRepository(IdentityRepository service) {
        repository.compareAndSet(service, null);
    }

    private IdentityRepository repository() {
        return Optional.ofNullable(repository.get())
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.COMPONENT_UNAVAILABLE, "the common identity repository is not running"));
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
        return "/v1/identity-checks";
    }

    @Override
    public String operationId() {
        return "checkIdentity";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        CheckRequest body = request.body(CheckRequest.class);
        return Reply.ok(check.check(caller, access.profile(caller), body, clock.today()));
    }
}
