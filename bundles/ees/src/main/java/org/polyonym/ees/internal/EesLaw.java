package org.polyonym.ees.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
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

/** EES takes four fingers, stores biometrics at refusal only for some grounds, and finds second files by prints. */
final class EesLaw implements SystemLaw {
    /** Fingers taken (EES 17(1)(b)). */
    static final int MAX_FINGERS = 4;

    /** Grounds of refusal at which biometric data are taken (EES 18(2), Annex V Schengen Borders Code). */
    private static final Set<String> WITH_BIOMETRICS = Set.of("B", "D", "H", "I", "J");
    /** Ground H: the person is the subject of an alert. */
    private static final String ALERT = "H";

    private final Records records;
    private final PrintComparison prints;
    private final UnderlyingReason reason;

    EesLaw(Records records, BiometricMatching biometrics) {
        this.records = records;
        this.prints = new PrintComparison(biometrics);
        this.reason = new UnderlyingReason(records);
    }

    @Override
    public SystemId system() {
        return SystemId.EES;
    }

    @Override
    public List<String> checkEntry(Caller caller, Optional<OriginRecord> before, Submission submission) {
        long fingers = submission.samples().stream()
                .filter(s -> s.modality() == Modality.FINGERPRINT)
                .count();
        if (submission.samples().stream().anyMatch(s -> s.modality() == Modality.PALM_PRINT)) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "samples", "EES holds no palm prints");
        }
        if (fingers > MAX_FINGERS) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "samples", "EES takes at most four fingers");
        }
        reason.check(submission.attributes());
        checkBiometricsOfRefusal(submission);
        return List.of();
    }

    /** No biometric data for other grounds, nor where the alert behind the refusal already holds them (R-EES-01). */
    private void checkBiometricsOfRefusal(Submission submission) {
        String ground = submission.attributes().getOrDefault("refusalGround", "");
        if (!submission.category().equals("REFUSAL") || submission.samples().isEmpty()) {
            return;
        }
        boolean held = ground.equals(ALERT) && reasonHoldsBiometrics(submission);
        if (!WITH_BIOMETRICS.contains(ground) || held) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "samples", "no biometric data are stored for this ground of refusal");
        }
    }

    private boolean reasonHoldsBiometrics(Submission submission) {
        String reasonRecord = submission.attributes().get(UnderlyingReason.ATTRIBUTE);
        return records.find(OriginRef.of(reasonRecord))
                .filter(r ->
                        r.ref().system().equals(SystemId.SIS) && !r.samples().isEmpty())
                .isPresent();
    }

    @Override
    public List<Candidate> duplicates(Caller caller, OriginRecord record) {
        return prints.candidates(caller, record);
    }
}
