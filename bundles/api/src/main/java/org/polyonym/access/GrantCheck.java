package org.polyonym.access;

import java.util.List;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** Judges rows before they are granted. Thread-safe. */
public interface GrantCheck {
    /** Whether the rule book itself, or the platform, knows the system; nothing can be granted for it. */
    boolean builtIn(SystemId system);

    /**
     * Why the rows cannot be granted: cells that the table does not know, systems that the rule book has, contradictions to
     * a profile. Empty when they can.
     */
    List<String> objections(RuleTable rows);
}
