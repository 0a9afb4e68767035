package org.polyonym.model;

import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * An authority: kind and Member State identify it; notices and responsibilities are addressed to it.
 *
 * @param kind what it is
 * @param state its Member State, {@code EU} for agencies
 */
public record Authority(AuthorityKind kind, MemberState state) implements TextValue {
    /** Both parts are needed. */
    public Authority {
        if (kind == null || state == null) {
            throw ProblemException.of(ProblemType.INVALID_VALUE, "an authority is KIND@STATE");
        }
    }

    /** Reads {@code KIND@STATE}. */
    public static Authority of(String text) {
        int at = text.indexOf('@');
        try {
            return new Authority(
                    AuthorityKind.valueOf(at < 0 ? "" : text.substring(0, at)), MemberState.of(text.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.causedBy(ProblemType.INVALID_VALUE, "an authority is KIND@STATE", e);
        }
    }

    @Override
    public String text() {
        return kind + "@" + state;
    }

    @Override
    public String toString() {
        return text();
    }
}
