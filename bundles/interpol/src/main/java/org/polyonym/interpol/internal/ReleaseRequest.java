package org.polyonym.interpol.internal;

import java.time.LocalDate;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Body of a release to be recorded. */
record ReleaseRequest(String reference, String grantedBy, LocalDate validUntil) {
    /** Longest text, in characters. */
    static final int MAX_LENGTH = 200;

    void check(LocalDate today) {
        checkText(reference, "reference");
        checkText(grantedBy, "grantedBy");
        if (validUntil == null) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "validUntil", "the last day of the release");
        }
        if (validUntil.isBefore(today)) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "validUntil", "lies in the past");
        }
    }

    private static void checkText(String text, String field) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, field, "1 to 200 characters");
        }
    }
}
