package org.polyonym.sbms.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Identification;

/**
 * 1:N search by an official, inside the systems that the profile lets be searched with fingerprints (IO 14). A record that
 * its system does not let the official read is no candidate, and takes no place from one.
 */
@Component
public final class SearchBiometrics implements Endpoint {
    private static final int DEFAULT_LIMIT = 20;

    private final AccessControl access;
    private final BiometricMatching matching;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE)
    volatile List<SystemOfRecord> systems = List.of();

    /** Wired by the framework. */
    @Activate
    public SearchBiometrics(@Reference AccessControl access, @Reference BiometricMatching matching) {
        this.access = access;
        this.matching = matching;
    }

    /** Samples to search with, the systems wanted (all permitted when empty) and the most candidates wanted. */
    record Body(List<BiometricSample> samples, List<SystemId> systems, Integer limit) {
        Body {
            samples = samples == null ? List.of() : List.copyOf(samples);
            systems = systems == null ? List.of() : List.copyOf(systems);
            limit = limit == null ? DEFAULT_LIMIT : limit;
        }
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/biometric-searches";
    }

    @Override
    public String operationId() {
        return "searchBiometrics";
    }

    @Override
    public Reply handle(Request request) {
        access.requireOperation(request.caller(), operationId());
        Body body = request.body(Body.class);
        if (body.samples().isEmpty()) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "samples", "a search needs a sample");
        }
        SharedBiometricMatching.requireLimit(body.limit());
        Caller caller = request.caller();
        Set<SystemId> scope = scope(access.profile(caller), body.systems());
        Identification found = matching.identify(caller, body.samples(), scope, SharedBiometricMatching.MAX_CANDIDATES);
        List<Candidate> told = found.candidates().stream()
                .filter(candidate -> readable(caller, candidate.ref()))
                .limit(body.limit())
                .toList();
        return Reply.ok(new Identification(told, found.coverage(), found.thresholdVersion()));
    }

    private boolean readable(Caller caller, OriginRef ref) {
        return systems.stream()
                .filter(system -> system.system().equals(ref.system()))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "a system of the search is not running"))
                .read(caller, ref.recordId())
                .isPresent();
    }

    private static Set<SystemId> scope(Profile profile, List<SystemId> wanted) {
        Set<SystemId> scope = new HashSet<>();
        for (SourceRight right : profile.rights()) {
            boolean permitted = right.search()
                    && !right.reply().isEmpty()
                    && right.searchable().contains(SearchField.FINGERPRINTS);
            if (permitted && (wanted.isEmpty() || wanted.contains(right.system()))) {
                scope.add(right.system());
            }
        }
        return scope;
    }
}
