package org.polyonym.systemkit;

import java.util.List;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Identification;

/** De-duplication of a system by the fingerprints of its own records. */
public final class PrintComparison {
    /** Most candidates that one comparison returns; more than that is no longer one person. */
    public static final int MAX_CANDIDATES = 50;

    private final BiometricMatching biometrics;

    /** Over the shared matching service. */
    public PrintComparison(BiometricMatching biometrics) {
        this.biometrics = biometrics;
    }

    /**
     * Other records of the same system whose prints match or may match.
     *
     * @throws ProblemException COMPONENT_UNAVAILABLE when part of the gallery could not be searched: the task is repeated
     */
    public List<Candidate> candidates(Caller caller, OriginRecord record) {
        if (!biometrics.enrolled(record.ref())) {
            return List.of();
        }
        Identification found =
                biometrics.identify(caller, record.ref(), Set.of(record.ref().system()), MAX_CANDIDATES);
        if (!found.coverage().complete()) {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "only part of the prints could be compared");
        }
        return found.candidates();
    }
}
