package org.polyonym.model;

import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Where data come from: the system and the actual record there (IO 13(2), 18(2)).
 *
 * @param system the origin system
 * @param recordId identifier inside the system, 1 to 64 characters without {@code /}
 */
public record OriginRef(SystemId system, String recordId) implements TextValue {
    private static final Pattern RECORD_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    /** Checks the form. */
    public OriginRef {
        require(system, recordId);
    }

    /** Refuses what names no record. */
    static void require(SystemId system, String recordId) {
        if (system == null || recordId == null || !RECORD_ID.matcher(recordId).matches()) {
            throw ProblemException.of(ProblemType.INVALID_VALUE, "a record reference is SYSTEM/identifier");
        }
    }

    /** Reads {@code SYSTEM/identifier}. */
    public static OriginRef of(String text) {
        int slash = text.indexOf('/');
        return new OriginRef(SystemId.of(slash < 0 ? "" : text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String text() {
        return system.text() + "/" + recordId;
    }

    @Override
    public String toString() {
        return text();
    }
}
