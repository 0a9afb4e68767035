package org.polyonym.model;

import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** The national file that a request belongs to; it ties the audit entry to the case, and holds no personal data. */
public record CaseReference(String text) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,63}");

    /** Checks the form. */
    public CaseReference {
        if (text == null || !FORM.matcher(text).matches()) {
            throw ProblemException.of(
                    ProblemType.PURPOSE_MISSING, "a case reference has 1 to 64 letters, digits or . _ / : -");
        }
    }

    /** Reads the written form. */
    public static CaseReference of(String text) {
        return new CaseReference(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
