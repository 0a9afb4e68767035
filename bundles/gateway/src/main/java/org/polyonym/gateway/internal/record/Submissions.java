package org.polyonym.gateway.internal.record;

import org.polyonym.http.Request;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;

/** Reads what an authority enters. */
final class Submissions {
    private Submissions() {}

    static Submission read(Request request) {
        Submission submission = request.body(Submission.class);
        if (submission.category() == null || submission.category().isBlank()) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "category", "a record has a category");
        }
        submission.recordId().ifPresent(id -> checkForm(request, id));
        return submission;
    }

    private static void checkForm(Request request, String recordId) {
        try {
            new OriginRef(Places.system(request), recordId);
        } catch (ProblemException e) {
            throw ProblemException.ofField(e.type(), "recordId", e.detail());
        }
    }
}
