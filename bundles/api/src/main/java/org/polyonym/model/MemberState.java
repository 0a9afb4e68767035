package org.polyonym.model;

import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** A Member State or, as {@code EU}, a Union agency. Fixtures use {@code MS-1}, {@code MS-2}, ... so that nobody is stigmatised. */
public record MemberState(String text) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,3}(-[0-9]{1,2})?");

    /** Checks the form. */
    public MemberState {
        if (text == null || !FORM.matcher(text).matches()) {
            throw ProblemException.of(ProblemType.INVALID_VALUE, "a Member State is a code such as MS-1");
        }
    }

    /** Reads the written form. */
    public static MemberState of(String text) {
        return new MemberState(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
