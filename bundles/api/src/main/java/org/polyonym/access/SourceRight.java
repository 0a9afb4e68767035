package org.polyonym.access;

import java.util.Set;
import org.polyonym.model.SystemId;

/**
 * What one profile may do with one source.
 *
 * @param system the source
 * @param search whether the profile queries it
 * @param searchable fields that may be sent to it
 * @param reply categories that may come back; empty means that it may be queried and never answers
 * @param source article or design decision
 */
public record SourceRight(
        SystemId system, boolean search, Set<SearchField> searchable, Set<DataCategory> reply, String source) {
    /** Copies the sets. */
    public SourceRight {
        searchable = Set.copyOf(searchable);
        reply = Set.copyOf(reply);
    }

    /** Whether the data are shown only where a link that the caller may see reaches them (IO 21, 29(3)). */
    public boolean linkedOnly() {
        return !search && !reply.isEmpty();
    }
}
