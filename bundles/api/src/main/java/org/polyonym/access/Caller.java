package org.polyonym.access;

import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.CaseReference;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;

/**
 * Who asks, for what, in which case. Made only by {@link AccessControl#authenticate}, carried by every call.
 *
 * @param authority from the token
 * @param user the official's identifier, from the token
 * @param purpose of this request, allowed by the token
 * @param caseReference the national file
 */
public record Caller(Authority authority, String user, Purpose purpose, CaseReference caseReference) {
    /** The official of the platform itself when a component acts (e.g. detection). */
    public static Caller component(String name, Purpose purpose, CaseReference caseReference) {
        return new Caller(new Authority(AuthorityKind.OPERATIONS, MemberState.of("EU")), name, purpose, caseReference);
    }
}
