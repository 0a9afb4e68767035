package org.polyonym.vis.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;
import org.polyonym.registry.Submission;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.systemkit.PrintComparison;
import org.polyonym.systemkit.SystemLaw;
import org.polyonym.systemkit.UnderlyingReason;

/** VIS finds earlier files of the same person by prints; a negative decision names the record it rests on. */
final class VisLaw implements SystemLaw {
    private static final List<String> NEGATIVE = List.of("REFUSED", "ANNULLED", "REVOKED");

    private final PrintComparison prints;
    private final UnderlyingReason reason;

    VisLaw(Records records, BiometricMatching biometrics) {
        this.prints = new PrintComparison(biometrics);
        this.reason = new UnderlyingReason(records);
    }

    @Override
    public SystemId system() {
        return SystemId.VIS;
    }

    @Override
    public List<String> checkEntry(Caller caller, Optional<OriginRecord> before, Submission submission) {
        if (submission.samples().stream().anyMatch(s -> s.modality() == Modality.PALM_PRINT)) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "samples", "VIS holds no palm prints");
        }
        boolean negative = NEGATIVE.contains(submission.attributes().getOrDefault("decision", ""));
        if (negative
                && submission.attributes().getOrDefault("refusalGround", "").isBlank()) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD, "attributes/refusalGround", "a negative decision names its ground");
        }
        reason.check(submission.attributes());
        return List.of();
    }

    @Override
    public List<Candidate> duplicates(Caller caller, OriginRecord record) {
        return prints.candidates(caller, record);
    }
}
