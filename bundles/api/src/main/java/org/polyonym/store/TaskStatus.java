package org.polyonym.store;

/**
 * A task as an operator or a waiting caller sees it.
 *
 * @param task what
 * @param state where it is
 * @param attempts how often it was tried
 * @param lastError code of the last failure, empty when none
 */
public record TaskStatus(Task task, TaskState state, int attempts, String lastError) {}
