package org.polyonym.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;

/**
 * Durable tasks, written in the transaction that causes them. A claim carries an epoch, so a dead worker's task is taken
 * over when its lease (machine time) ends or when it is known to be gone, and a late worker is fenced off. Tasks of one subject and queue are claimed in
 * version order. Thread-safe.
 */
public interface Outbox {
    /** Writes a task. */
    Task enqueue(UnitOfWork uow, String queue, String subject, long subjectVersion, Caller caller);

    /** Claims the next task of one of the queues for the lease time. */
    Optional<ClaimedTask> claim(Collection<String> queues, String worker, Duration lease);

    /** Marks it done in the transaction of its effects; VERSION_CONFLICT when another worker has taken it over. */
    void complete(UnitOfWork uow, ClaimedTask task);

    /** Gives it back after a failure, to be tried again after the delay; parked after too many attempts. */
    void giveBack(ClaimedTask task, String errorCode, Duration delay);

    /** Gives it back untried, e.g. because no handler is there at present; the attempt does not count. */
    void release(ClaimedTask task, Duration delay);

    /** All tasks of a subject, oldest first. */
    List<TaskStatus> ofSubject(String subject);

    /** Waits until no task of the subject is open or claimed, or the time is over; returns whether all are done. */
    boolean awaitIdle(String subject, Duration limit);

    /**
     * Lets tasks be claimed at once whose worker is none of these, instead of when their lease ends; returns how many. A worker
     * that is wrongly missing here loses its claim and is fenced off, no more.
     */
    int takeOver(Collection<String> presentWorkers);

    /** Number of claimed tasks by worker. */
    Map<String, Long> claimed();

    /** Number of tasks by queue and state. */
    Map<String, Map<TaskState, Long>> depth();

    /** Calls back (any thread, quickly) whenever a task was enqueued and committed on this node; close to stop. */
    AutoCloseable onEnqueued(Runnable wakeUp);
}
