package org.polyonym.health;

import java.util.List;

/**
 * What a component derives from the store and could lose without losing anything. Registered as a service; thread-safe;
 * reads the store, so it may throw STORE_UNAVAILABLE.
 */
public interface DerivedStructure {
    /** How far each structure of this node is. */
    List<DerivedState> states();
}
