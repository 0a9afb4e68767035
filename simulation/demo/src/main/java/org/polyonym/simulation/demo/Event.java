package org.polyonym.simulation.demo;

import java.time.Instant;

/**
 * One entry of the script.
 *
 * @param n identity of the case
 * @param at legal time
 * @param system where
 * @param action what the officers do; it gets the running replay and says in words what came of it
 */
record Event(int n, Instant at, String system, Action action) {
    @FunctionalInterface
    interface Action {
        String run(Replay replay);
    }

    static Event at(int n, String day, String system, Action action) {
        return new Event(n, Instant.parse(day + "T09:00:00Z"), system, action);
    }

    /** An authority outside the European systems: the platform is not asked, and says nothing. */
    static Event dark(int n, String day, String place) {
        return at(n, day, place, replay -> "recorded nationally; outside the European systems, nothing to compare");
    }
}
