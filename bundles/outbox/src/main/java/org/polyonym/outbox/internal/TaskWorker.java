package org.polyonym.outbox.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.polyonym.grid.Grid;
import org.polyonym.grid.Member;
import org.polyonym.problem.ProblemException;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.Outbox;
import org.polyonym.store.Task;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims tasks and has them done, each in the transaction that completes it. Handlers come and go with their bundles: a
 * task without a handler stays open and does not count as tried. Thread-safe.
 */
final class TaskWorker {
    /** How long a silent worker keeps its task. */
    static final Duration LEASE = Duration.ofSeconds(60);
    /** Pause before a task is looked at again whose handler, or something its handler needs, is not there. */
    static final Duration ABSENCE_PAUSE = Duration.ofSeconds(2);
    /** Pause after the first failure; doubles with each, up to {@link #LONGEST_PAUSE}. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    /** Longest pause between two attempts. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

    private final Transactions transactions;
    private final Outbox outbox;
    private final Supplier<? extends Collection<TaskHandler>> handlers;
    private final Grid grid;

    TaskWorker(
            Transactions transactions, Outbox outbox, Supplier<? extends Collection<TaskHandler>> handlers, Grid grid) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.handlers = handlers;
        this.grid = grid;
    }

    /** The next task of a queue that has a handler, if any is due and this node is in the majority. */
    Optional<ClaimedTask> claim() {
        if (!grid.majority()) {
            return Optional.empty();
        }
        Set<String> queues = handlers.get().stream().map(TaskHandler::queue).collect(Collectors.toSet());
        return outbox.claim(queues, grid.self().id(), LEASE);
    }

    /** Takes over the tasks of nodes that are gone; only a majority can tell who is. */
    void takeOver() {
        if (!grid.majority()) {
            return;
        }
        int tasks = outbox.takeOver(grid.members().stream().map(Member::id).toList());
        if (tasks > 0) {
            LOG.info("{} tasks of nodes that are gone are taken over", tasks);
        }
    }

    /** Does a claimed task or gives it back. Throws only what makes the worker itself unable to go on. */
    void dispatch(ClaimedTask claimed) {
        Optional<TaskHandler> handler = handlerOf(claimed.task());
        if (handler.isEmpty()) {
            outbox.release(claimed, ABSENCE_PAUSE);
            return;
        }
        try {
            complete(claimed, handler.get());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            // A linkage error is what a handler meets whose bundle is being replaced.
            failed(claimed, failure);
        }
    }

    private void complete(ClaimedTask claimed, TaskHandler handler) {
        transactions.inTransaction(uow -> {
            handler.handle(uow, claimed.task());
            outbox.complete(uow, claimed);
            return claimed;
        });
    }

    private Optional<TaskHandler> handlerOf(Task task) {
        return List.copyOf(handlers.get()).stream()
                .filter(handler -> handler.queue().equals(task.queue()) && handler.handles(task))
                .findFirst();
    }

    private void failed(ClaimedTask claimed, Throwable failure) {
        String code = failure instanceof ProblemException problem
                ? problem.type().code()
                : failure.getClass().getSimpleName();
        // Not the subject and not the message: neither belongs into a log.
        LOG.warn(
                "task {} of queue {} failed at attempt {} with {}",
                claimed.task().taskId(),
                claimed.task().queue(),
                claimed.attempt(),
                code);
        LOG.debug("task {}", claimed.task().taskId(), failure);
        if (failure instanceof ProblemException problem && problem.type().status() == SERVICE_UNAVAILABLE) {
            outbox.release(claimed, ABSENCE_PAUSE);
        } else {
            outbox.giveBack(claimed, code, pauseAfter(claimed.attempt()));
        }
    }

    /** Pause before the next attempt. */
    static Duration pauseAfter(int attempt) {
        int doublings = Math.min(attempt - 1, 20);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
