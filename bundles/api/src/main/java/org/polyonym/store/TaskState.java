package org.polyonym.store;

/** Where a task is. */
public enum TaskState {
    /** Waiting for a worker. */
    OPEN,
    /** Claimed by a worker. */
    CLAIMED,
    /** Done. */
    DONE,
    /** Failed too often; waits for an operator. */
    PARKED
}
