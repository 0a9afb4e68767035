package org.polyonym.access;

import org.polyonym.model.Authority;
import org.polyonym.model.SystemId;

/**
 * The gate. Deny by default: what no row of the access table allows is refused with a problem. Thread-safe, no I/O after
 * start; may vanish, and then nothing may be answered.
 */
public interface AccessControl {
    /**
     * Checks a bearer token and that it allows the purpose.
     *
     * @throws org.polyonym.problem.ProblemException TOKEN_*, PURPOSE_*
     */
    Caller authenticate(String bearerToken, String purpose, String caseReference);

    /** The ESP profile of the caller's authority and purpose; ACCESS_DENIED when there is none. */
    Profile profile(Caller caller);

    /** Whether the caller may enter, change or erase records of this system and category at all; ACCESS_DENIED if not. */
    void requireWrite(Caller caller, SystemId system, String category);

    /** Like {@link #requireWrite} and the record must be of the caller's own Member State; NOT_OWNER if not. */
    void requireOwner(Caller caller, SystemId system, String category, Authority owner);

    /** Whether the caller may use an operation named in the operations table, e.g. {@code decideLink}; ACCESS_DENIED. */
    void requireOperation(Caller caller, String operation);
}
