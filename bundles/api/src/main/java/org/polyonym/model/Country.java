package org.polyonym.model;

import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** A country or nationality code of three letters (ISO 3166-1 alpha-3, ICAO Doc 9303 part 3 section 5). Whether the code exists is a data-quality rule, not a matter of form. */
public record Country(String text) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

    /** Checks the form. */
    public Country {
        if (text == null || !FORM.matcher(text).matches()) {
            throw ProblemException.of(ProblemType.UNKNOWN_COUNTRY, "a country is a three-letter code");
        }
    }

    /** Reads the written form. */
    public static Country of(String text) {
        return new Country(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
