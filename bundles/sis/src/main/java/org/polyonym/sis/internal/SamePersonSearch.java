package org.polyonym.sis.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.identity.IdentityClass;
import org.polyonym.identity.SimilarityRules;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.Submission;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;

/**
 * Finds alerts on the person of a new alert before it is entered: by prints where there are any, and by the same description
 * of identity (SIS-P 23, 61). Prints that differ tell namesakes apart.
 */
final class SamePersonSearch {
    /** Most alerts looked at on either way. */
    static final int MAX_ALERTS = 100;

    private final Records records;
    private final BiometricMatching biometrics;

    SamePersonSearch(Records records, BiometricMatching biometrics) {
        this.records = records;
        this.biometrics = biometrics;
    }

    List<OriginRecord> alertsOnPersonOf(Caller caller, Submission submission) {
        List<BiometricSample> prints = submission.samples().stream()
                .filter(s -> s.modality() == Modality.FINGERPRINT)
                .toList();
        Map<String, OriginRecord> found = new LinkedHashMap<>();
        Stream.concat(byPrints(caller, prints), byIdentity(caller, submission, prints))
                .filter(Alert::isAlert)
                .filter(r -> !r.ref().text().equals(submission.attributes().get(Alert.DIFFERENT_PERSON)))
                .forEach(r -> found.putIfAbsent(r.ref().text(), r));
        return List.copyOf(found.values());
    }

    private Stream<OriginRecord> byPrints(Caller caller, List<BiometricSample> prints) {
        if (prints.isEmpty()) {
            return Stream.empty();
        }
        Identification found = biometrics.identify(caller, prints, Set.of(SystemId.SIS), MAX_ALERTS);
        if (!found.coverage().complete()) {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "existing alerts could not all be compared");
        }
        return found.candidates().stream()
                .filter(c -> c.comparison().outcome() == Outcome.SAME)
                .map(Candidate::ref)
                .flatMap(ref -> records.find(ref).stream());
    }

    private Stream<OriginRecord> byIdentity(Caller caller, Submission submission, List<BiometricSample> prints) {
        SearchQuery query = new SearchQuery(submission.identity(), List.of(), SearchQuery.Mode.EXACT);
        return records.search(Set.of(SystemId.SIS), query, MAX_ALERTS).stream()
                .map(RecordMatch::record)
                .filter(r -> SimilarityRules.compare(submission.identity(), r.identity())
                                .identityClass()
                        == IdentityClass.SAME)
                .filter(r -> !differs(caller, prints, r));
    }

    private boolean differs(Caller caller, List<BiometricSample> prints, OriginRecord alert) {
        return !prints.isEmpty()
                && biometrics.enrolled(alert.ref())
                && biometrics.verify(caller, prints, alert.ref()).outcome() == Outcome.DIFF;
    }
}
