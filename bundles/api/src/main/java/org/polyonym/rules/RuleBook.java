package org.polyonym.rules;

/**
 * The rules in force. An edition is a set of tables; which edition a platform runs is configuration (pid
 * {@code org.polyonym.rules}, key {@code edition}). Immutable; an edition change replaces the service.
 */
public interface RuleBook {
    /** {@code interoperable} or {@code 2016}. */
    String edition();

    /** A table by name; an unknown name is a programming error and throws {@code IllegalArgumentException}. */
    RuleTable table(String name);
}
