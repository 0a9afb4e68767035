package org.polyonym.store;

/**
 * A task that this node works on.
 *
 * @param task what to do
 * @param epoch fencing number of the claim: completing with an old epoch fails
 * @param attempt 1 for the first
 */
public record ClaimedTask(Task task, long epoch, int attempt) {}
