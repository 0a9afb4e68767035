package org.polyonym.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * A travel or identity document as recorded (IO 27(4)): the key of a document is type, number and issuing state.
 *
 * @param type ICAO-like type code: P passport, ID identity card, LP laissez-passer, CERT certificate
 * @param number as printed, 1 to 40 letters, digits, blanks or hyphens
 * @param issuingState three-letter code
 * @param expiry last day of validity, where known
 */
public record TravelDocument(String type, String number, Country issuingState, Optional<LocalDate> expiry) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,39}");
    private static final Pattern TYPE = Pattern.compile("[A-Z]{1,8}");

    /** Checks the form. */
    public TravelDocument {
        expiry = expiry == null ? Optional.empty() : expiry;
        if (type == null || !TYPE.matcher(type).matches()) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "documents/type", "a type is 1 to 8 capital letters");
        }
        if (number == null || !NUMBER.matcher(number).matches()) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE,
                    "documents/number",
                    "a number has 1 to 40 letters, digits, blanks, hyphens");
        }
        if (issuingState == null) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD, "documents/issuingState", "the issuing state is missing");
        }
    }
}
