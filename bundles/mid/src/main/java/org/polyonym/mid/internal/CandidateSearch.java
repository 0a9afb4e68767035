package org.polyonym.mid.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.access.Caller;
import org.polyonym.esp.PortalSearch;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SearchQuery;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Identification;

/** Finds records of other systems that may concern the same person (IO 27(2)-(4)). Never the record's own system. */
final class CandidateSearch {
    /** Most biometric candidates taken; the matcher ranks them. */
    static final int MAX_CANDIDATES = 100;

    private final BiometricMatching matching;
    private final PortalSearch portal;
    private final Set<SystemId> systems;
    private final boolean literal;

    /**
     * Takes its collaborators.
     *
     * @param systems systems that take part in detection
     * @param literal compare identity and document data only between CIR systems and SIS (gap G-4)
     */
    CandidateSearch(BiometricMatching matching, PortalSearch portal, Set<SystemId> systems, boolean literal) {
        this.matching = matching;
        this.portal = portal;
        this.systems = systems;
        this.literal = literal;
    }

    /**
     * Records of other systems found by biometrics, identity data or documents.
     *
     * @throws ProblemException COMPONENT_UNAVAILABLE when a source did not answer or the gallery was not wholly searched:
     *     a detection that skips something may miss a link, so it is done again
     */
    Set<OriginRef> find(Caller caller, OriginRecord record) {
        Set<SystemId> others = others(record.ref().system());
        Set<OriginRef> found = new LinkedHashSet<>();
        if (!others.isEmpty()) {
            found.addAll(byBiometrics(caller, record, others));
            found.addAll(byData(caller, record, alphanumeric(record.ref().system(), others)));
        }
        found.removeIf(ref -> ref.system().equals(record.ref().system()));
        return found;
    }

    private List<OriginRef> byBiometrics(Caller caller, OriginRecord record, Set<SystemId> others) {
        if (!matching.enrolled(record.ref())) {
            return List.of();
        }
        Identification answer = matching.identify(caller, record.ref(), others, MAX_CANDIDATES);
        if (!answer.coverage().complete()) {
            throw ProblemException.of(
                    ProblemType.COMPONENT_UNAVAILABLE, "the biometric search did not cover the whole gallery");
        }
        return answer.candidates().stream().map(candidate -> candidate.ref()).toList();
    }

    private List<OriginRef> byData(Caller caller, OriginRecord record, Set<SystemId> others) {
        boolean nothing = record.identity().equals(IdentityData.NONE)
                && record.documents().isEmpty();
        if (nothing || others.isEmpty()) {
            return List.of();
        }
        SearchQuery query = new SearchQuery(record.identity(), record.documents(), SearchQuery.Mode.ONE_EDIT);
        return portal.search(caller, others, query).stream()
                .map(PortalSearch.Found::origin)
                .toList();
    }

    private Set<SystemId> others(SystemId own) {
        return systems.stream().filter(system -> !system.equals(own)).collect(Collectors.toUnmodifiableSet());
    }

    private Set<SystemId> alphanumeric(SystemId own, Set<SystemId> others) {
        boolean inCir = CirSystems.ALL.contains(own);
        return others.stream()
                .filter(other -> !literal || inCir != CirSystems.ALL.contains(other))
                .collect(Collectors.toUnmodifiableSet());
    }
}
