package org.polyonym.model;

import java.util.List;

/**
 * The outcome of a system's own de-duplication: records held to be one person. MID links connect groups, never two records
 * of one system (IO 27(5)).
 *
 * @param ref which group
 * @param participants its records, in order of entry; at least one
 */
public record IdentityGroup(GroupRef ref, List<OriginRef> participants) {
    /** Copies the list. */
    public IdentityGroup {
        participants = List.copyOf(participants);
    }
}
