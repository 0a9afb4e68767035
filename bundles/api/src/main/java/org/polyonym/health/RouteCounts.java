package org.polyonym.health;

import java.util.List;

/**
 * Exchange counts of one component's routes since its start. One service per running set of routes; it comes and goes
 * with its component. Thread-safe and cheap.
 */
public interface RouteCounts {
    /** Name of the component's route context. */
    String context();

    /** One entry per route, by route name. */
    List<RouteCount> counts();
}
