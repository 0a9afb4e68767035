package org.polyonym.interpol.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.SystemLaw;

/** Stolen and lost travel documents: documents only, no data of persons. */
final class InterpolLaw implements SystemLaw {
    @Override
    public SystemId system() {
        return SystemId.INTERPOL;
    }

    @Override
    public List<String> checkEntry(Caller caller, Optional<OriginRecord> before, Submission submission) {
        if (!submission.identity().names().isEmpty() || !submission.samples().isEmpty()) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "identity", "the register of documents holds no data of persons");
        }
        return List.of();
    }
}
