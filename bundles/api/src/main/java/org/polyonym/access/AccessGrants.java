package org.polyonym.access;

import org.polyonym.rules.RuleTable;

/**
 * Rows of the table {@code access} beyond the rule book, given by an operator for systems that the rule book does not know.
 * Comes and goes while access control runs; what it does not grant stays denied. Thread-safe and cheap: asked with every
 * request.
 */
public interface AccessGrants {
    /** The rows in force, with the columns of {@code access}. The same object as long as nothing changes. */
    RuleTable rows();
}
