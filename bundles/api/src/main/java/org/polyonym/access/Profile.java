package org.polyonym.access;

import java.util.List;
import java.util.Optional;
import org.polyonym.model.SystemId;

/**
 * ESP profile of a user category and purpose (IO 8).
 *
 * @param id e.g. {@code BORDER_FIRST_LINE/BORDER_ENTRY}
 * @param namesSource false where the answer must not tell the system (Art 20, IO 9(4))
 * @param rights one per system of the row, in the order of the table
 */
public record Profile(String id, boolean namesSource, List<SourceRight> rights) {
    /** Copies the list. */
    public Profile {
        rights = List.copyOf(rights);
    }

    /** The right for a system, if the profile has one. */
    public Optional<SourceRight> right(SystemId system) {
        return rights.stream().filter(r -> r.system().equals(system)).findFirst();
    }

    /** Whether the profile gives access to the system itself; data reached only through a link do not count (IO 26). */
    public boolean sees(SystemId system) {
        return right(system).map(r -> r.search() && !r.reply().isEmpty()).orElse(false);
    }
}
