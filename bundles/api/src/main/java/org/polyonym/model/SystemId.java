package org.polyonym.model;

import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** An information system that takes part: the central systems of IO Art 4, Europol, Interpol, or an agency's own. Upper-case code such as {@code EURODAC}. */
public record SystemId(String text) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_-]{1,31}");

    /** Checks the form. */
    public SystemId {
        if (text == null || !FORM.matcher(text).matches()) {
            throw ProblemException.of(
                    ProblemType.INVALID_VALUE, "a system is an upper-case code of 2 to 32 characters");
        }
    }

    /** Reads the written form. */
    public static SystemId of(String text) {
        return new SystemId(text);
    }

    /** Entry/Exit System. */
    public static final SystemId EES = new SystemId("EES");

    /** Visa Information System. */
    public static final SystemId VIS = new SystemId("VIS");

    /** Travel authorisations. */
    public static final SystemId ETIAS = new SystemId("ETIAS");

    /** Asylum and irregular migration. */
    public static final SystemId EURODAC = new SystemId("EURODAC");

    /** Convictions of third-country nationals. */
    public static final SystemId ECRIS_TCN = new SystemId("ECRIS-TCN");

    /** Schengen Information System. */
    public static final SystemId SIS = new SystemId("SIS");

    /** Europol Information System and analysis data. */
    public static final SystemId EUROPOL = new SystemId("EUROPOL");

    /** Stolen and lost travel documents of Interpol. */
    public static final SystemId INTERPOL = new SystemId("INTERPOL");

    @Override
    public String toString() {
        return text;
    }
}
