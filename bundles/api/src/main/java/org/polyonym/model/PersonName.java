package org.polyonym.model;

import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * One name of a person as registered. Either part may be empty, not both. Any script; comparison transliterates.
 *
 * @param kind what the name is to the person
 * @param familyName surname part, at most 200 characters
 * @param givenNames given names separated by spaces, at most 200 characters
 */
public record PersonName(NameKind kind, String familyName, String givenNames) {
    /** Longest name part accepted, in characters. */
    public static final int MAX_LENGTH = 200;

    /** Checks the lengths and that there is a name at all. */
    public PersonName {
        kind = kind == null ? NameKind.CURRENT : kind;
        familyName = familyName == null ? "" : familyName.strip();
        givenNames = givenNames == null ? "" : givenNames.strip();
        if (familyName.isEmpty() && givenNames.isEmpty()) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD, "familyName", "a name has a surname or a given name");
        }
        if (familyName.length() > MAX_LENGTH || givenNames.length() > MAX_LENGTH) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "familyName", "a name part has at most 200 characters");
        }
    }

    /** A name in use. */
    public static PersonName current(String familyName, String givenNames) {
        return new PersonName(NameKind.CURRENT, familyName, givenNames);
    }
}
