package org.polyonym.store;

/**
 * Does the tasks of one queue. Registered as a service; called by the outbox worker inside the transaction in which the
 * task is completed, so its effects happen exactly once. A thrown exception gives the task back.
 */
public interface TaskHandler {
    /** The queue, e.g. {@code detect}. */
    String queue();

    /** Whether this handler does this task (several handlers may share a queue, one per system). */
    boolean handles(Task task);

    /** Does the work. */
    void handle(UnitOfWork uow, Task task);
}
