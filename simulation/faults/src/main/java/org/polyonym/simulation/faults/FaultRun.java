package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;

/** A fault and what must be true of the cluster when it is over, beside all that the checker proves. */
interface FaultRun {
    /** On the command line. */
    String name();

    /** What it proves if it passes, in one line that goes on from "to show that". */
    String proves();

    /** Persons that it enters; 0 leaves it to duration and rate. */
    default int people(Settings settings) {
        return 0;
    }

    /** How many times the usual load its faults last. */
    default int stretch() {
        return 1;
    }

    /** Injects the fault and heals it, while the load of the stage is under way. */
    void strike(Stage stage) throws InterruptedException;

    /** Judges what the checker does not know of, once the history is closed. */
    default void judge(Stage stage, Measures measures) {}

    /** Judges the run by what the checker found, as in {@code verdict.json}. */
    default void conclude(Stage stage, JsonNode verdict) {}
}
