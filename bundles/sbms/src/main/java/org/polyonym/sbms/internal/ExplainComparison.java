package org.polyonym.sbms.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.FingerEvidence;

/**
 * Why two records match, finger by finger, for an official who may read the samples of both: each system of record decides
 * that by its own law and by the links that the official may see.
 */
@Component
public final class ExplainComparison implements Endpoint {
    private final AccessControl access;
    private final BiometricMatching matching;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE)
    private volatile List<SystemOfRecord> systems = List.of();

    /** Wired by the framework. */
    @Activate
    public ExplainComparison(@Reference AccessControl access, @Reference BiometricMatching matching) {
        this.access = access;
        this.matching = matching;
    }

    /** The two records. */
    record Body(OriginRef a, OriginRef b) {}

    /** What joins them. */
    record Explanation(Comparison comparison, List<FingerEvidence> fingers) {}

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/comparisons";
    }

    @Override
    public String operationId() {
        return "explainComparison";
    }

    @Override
    public Reply handle(Request request) {
        access.requireOperation(request.caller(), operationId());
        Body body = request.body(Body.class);
        requireSamples(request.caller(), body.a(), "a");
        requireSamples(request.caller(), body.b(), "b");
        return Reply.ok(new Explanation(
                matching.verify(request.caller(), body.a(), body.b()),
                matching.explain(request.caller(), body.a(), body.b())));
    }

    /** What the caller may not see is not there. */
    private void requireSamples(Caller caller, OriginRef ref, String field) {
        if (ref == null) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, field, "a comparison needs two records");
        }
        Optional<OriginRecord> record = systems.stream()
                .filter(s -> s.system().equals(ref.system()))
                .findFirst()
                .flatMap(s -> s.read(caller, ref.recordId()));
        if (record.map(r -> r.samples().isEmpty()).orElse(true)) {
            throw ProblemException.ofField(ProblemType.NOT_FOUND, field, "no such record, or no samples to compare");
        }
    }
}
