package org.polyonym.store.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.polyonym.access.Caller;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.Outbox;
import org.polyonym.store.Task;
import org.polyonym.store.TaskState;
import org.polyonym.store.TaskStatus;
import org.polyonym.store.UnitOfWork;

/**
 * The outbox in a table. Fencing rests on the epoch alone; machine time only decides when a silent worker's task is taken
 * over, so clocks of nodes that disagree cost time and never correctness.
 */
final class SqlOutbox implements Outbox {
    /** Attempts after which a task is parked for an operator. */
    static final int MAX_ATTEMPTS = 10;
    /** Longest time that a waiting caller needs to see a change made on another node. */
    static final Duration POLL = Duration.ofMillis(250);

    private static final String SET_OPEN =
            "UPDATE task SET state = ?, attempts = attempts - ?, due = ?, worker = '', last_error = ?"
                    + " WHERE task_id = ? AND epoch = ? AND state = 'CLAIMED'";

    private final SqlTransactions transactions;
    private final TaskRows rows;
    private final Signals signals;
    private final InstantSource machineTime;

    SqlOutbox(SqlTransactions transactions, Bodies bodies, Signals signals, InstantSource machineTime) {
        this.transactions = transactions;
        this.rows = new TaskRows(bodies);
        this.signals = signals;
        this.machineTime = machineTime;
    }

    @Override
    public Task enqueue(UnitOfWork uow, String queue, String subject, long subjectVersion, Caller caller) {
        Task task = new Task(UUID.randomUUID().toString(), queue, subject, subjectVersion, caller);
        SqlUnitOfWork own = SqlUnitOfWork.of(uow);
        own.run(jdbc -> rows.insert(jdbc, task, machineTime.millis()));
        own.afterCommit(signals::taskEnqueued);
        return task;
    }

    @Override
    public Optional<ClaimedTask> claim(Collection<String> queues, String worker, Duration lease) {
        if (queues.isEmpty()) {
            return Optional.empty();
        }
        String[] names = queues.toArray(String[]::new);
        long now = machineTime.millis();
        // Most polls find nothing; they cost one read and no transaction.
        for (TaskRows.Candidate candidate : transactions.read(jdbc -> rows.candidates(jdbc, names, now))) {
            Optional<ClaimedTask> claimed = claim(candidate, worker, now, lease);
            if (claimed.isPresent()) {
                return claimed;
            }
        }
        return Optional.empty();
    }

    /** Takes a candidate if nobody else has in the meantime; one that killed its workers too often is parked. */
    private Optional<ClaimedTask> claim(TaskRows.Candidate candidate, String worker, long now, Duration lease) {
        boolean exhausted = candidate.attempts() >= MAX_ATTEMPTS;
        boolean taken = transactions.inTransaction(uow -> SqlUnitOfWork.of(uow)
                .run(jdbc -> exhausted
                        ? rows.park(jdbc, candidate)
                        : rows.claim(jdbc, candidate, worker, now + lease.toMillis())));
        if (taken && exhausted) {
            signals.taskChanged();
        }
        return taken && !exhausted ? Optional.of(candidate.claimed()) : Optional.empty();
    }

    @Override
    public void complete(UnitOfWork uow, ClaimedTask task) {
        SqlUnitOfWork own = SqlUnitOfWork.of(uow);
        own.run(jdbc -> {
            int found = jdbc.update(
                    "UPDATE task SET state = 'DONE', last_error = ''"
                            + " WHERE task_id = ? AND epoch = ? AND state = 'CLAIMED'",
                    task.task().taskId(),
                    task.epoch());
            if (found == 0) {
                throw ProblemException.of(ProblemType.VERSION_CONFLICT, "the task was taken over by another worker");
            }
            return found;
        });
        own.afterCommit(signals::taskChanged);
    }

    @Override
    public void giveBack(ClaimedTask task, String errorCode, Duration delay) {
        reopen(task, task.attempt() >= MAX_ATTEMPTS ? TaskState.PARKED : TaskState.OPEN, 0, errorCode, delay);
    }

    @Override
    public void release(ClaimedTask task, Duration delay) {
        reopen(task, TaskState.OPEN, 1, "", delay);
    }

    private void reopen(ClaimedTask task, TaskState state, int uncounted, String errorCode, Duration delay) {
        transactions.inTransaction(uow -> SqlUnitOfWork.of(uow)
                .run(jdbc -> jdbc.update(
                        SET_OPEN,
                        state.name(),
                        uncounted,
                        machineTime.millis() + delay.toMillis(),
                        errorCode,
                        task.task().taskId(),
                        task.epoch())));
        signals.taskChanged();
    }

    @Override
    public int takeOver(Collection<String> presentWorkers) {
        String[] workers = presentWorkers.toArray(String[]::new);
        int found = transactions.inTransaction(uow -> SqlUnitOfWork.of(uow)
                .run(jdbc -> jdbc.update(
                        "UPDATE task SET due = ? WHERE state = 'CLAIMED' AND due > ? AND NOT worker = ANY(?)",
                        machineTime.millis(),
                        machineTime.millis(),
                        workers)));
        if (found > 0) {
            signals.taskEnqueued();
        }
        return found;
    }

    @Override
    public Map<String, Long> claimed() {
        Map<String, Long> claimed = new TreeMap<>();
        transactions.read(jdbc -> jdbc.query(
                "SELECT worker, COUNT(*) FROM task WHERE state = 'CLAIMED' GROUP BY worker",
                row -> claimed.put(row.getString(1), row.getLong(2))));
        return claimed;
    }

    @Override
    public List<TaskStatus> ofSubject(String subject) {
        return transactions.read(jdbc -> rows.ofSubject(jdbc, subject));
    }

    @Override
    public boolean awaitIdle(String subject, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            long position = signals.position();
            List<TaskState> states =
                    ofSubject(subject).stream().map(TaskStatus::state).toList();
            boolean busy = states.contains(TaskState.OPEN) || states.contains(TaskState.CLAIMED);
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!busy || !left.isPositive() || !awaitChange(position, left)) {
                return states.stream().allMatch(TaskState.DONE::equals);
            }
        }
    }

    /** Returns false when interrupted; the flag stays set for the caller. */
    private boolean awaitChange(long position, Duration left) {
        try {
            signals.awaitChangeSince(position, left.compareTo(POLL) < 0 ? left : POLL);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Map<String, Map<TaskState, Long>> depth() {
        Map<String, Map<TaskState, Long>> depth = new TreeMap<>();
        transactions.read(jdbc -> jdbc.query(
                "SELECT queue, state, COUNT(*) FROM task GROUP BY queue, state",
                row -> depth.computeIfAbsent(row.getString(1), q -> new EnumMap<>(TaskState.class))
                        .put(TaskState.valueOf(row.getString(2)), row.getLong(3))));
        return depth;
    }

    @Override
    public AutoCloseable onEnqueued(Runnable wakeUp) {
        return signals.onEnqueued(wakeUp);
    }
}
