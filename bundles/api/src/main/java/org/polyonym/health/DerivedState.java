package org.polyonym.health;

import java.util.List;

/**
 * How far a derived structure is.
 *
 * @param structure e.g. {@code gallery-SIS}
 * @param behind changes that the store has and it has not seen
 * @param shards shards of it that this node holds; empty when it is not held by shards
 */
public record DerivedState(String structure, long behind, List<Integer> shards) {
    /** Copies the list. */
    public DerivedState {
        shards = List.copyOf(shards);
    }
}
