package org.polyonym.problem;

/**
 * A refusal or fault that the caller is told about. The detail never holds personal data: it names fields and limits, not
 * values of persons.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String field;

    private ProblemException(ProblemType type, String field, String detail, Throwable cause) {
        super(type.code() + " " + detail, cause);
        this.type = type;
        this.field = field;
    }

    /** A problem of the whole request. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, "", detail, null);
    }

    /** A problem of one field; {@code field} is a JSON-pointer-like path such as {@code identity/birthDate}. */
    public static ProblemException ofField(ProblemType type, String field, String detail) {
        return new ProblemException(type, field, detail, null);
    }

    /** A problem with its technical cause, which is logged and never shown. */
    public static ProblemException causedBy(ProblemType type, String detail, Throwable cause) {
        return new ProblemException(type, "", detail, cause);
    }

    /** The catalogue entry. */
    public ProblemType type() {
        return type;
    }

    /** The field at fault, empty when the whole request is. */
    public String field() {
        return field;
    }

    /** What is wrong, without the code. */
    public String detail() {
        return getMessage().substring(type.code().length() + 1);
    }
}
