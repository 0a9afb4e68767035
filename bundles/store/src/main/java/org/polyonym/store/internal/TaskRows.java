package org.polyonym.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.access.Caller;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.Task;
import org.polyonym.store.TaskState;
import org.polyonym.store.TaskStatus;

/** The statements of the outbox. */
final class TaskRows {
    /** A task that may be claimed if its epoch is still the same. */
    record Candidate(Task task, long epoch, int attempts) {
        ClaimedTask claimed() {
            return new ClaimedTask(task, epoch + 1, attempts + 1);
        }
    }

    /** Candidates looked at per claim: several workers that ask at once do not all run for the same one. */
    private static final int CANDIDATES = 8;

    private static final String TASK = "t.task_id, t.queue, t.subject, t.subject_version, t.caller";

    /** Due tasks that no earlier unfinished task of the same subject and queue precedes, in the order of their turns. */
    private static final String DUE = "SELECT " + TASK + """
            , t.epoch, t.attempts FROM task t
            WHERE t.state = ? AND t.due <= ? AND t.queue = ANY(?)
              AND NOT EXISTS (
                SELECT 1 FROM task e
                WHERE e.subject = t.subject AND e.queue = t.queue AND e.state IN ('OPEN', 'CLAIMED')
                  AND (e.subject_version < t.subject_version
                       OR (e.subject_version = t.subject_version AND e.seq < t.seq)))
            ORDER BY t.state, t.turn, t.seq LIMIT ?
            """;

    /**
     * With the next turn of its authority (start-time fair queueing; Goyal, Vin and Cheng 1996): an authority with a
     * thousand tasks waiting and one with none wait for each other's tasks in turn. Two that enqueue at once may get the
     * same turn, which costs the others no more than a place. The order names the whole index, so that one row is read.
     */
    private static final String ENQUEUE = """
            INSERT INTO task (task_id, queue, subject, subject_version, caller, authority, turn, state, attempts, epoch,
              worker, due, last_error)
            VALUES (?, ?, ?, ?, ?, ?, 1 + GREATEST(
                COALESCE((SELECT turn FROM task WHERE state = 'DONE'
                  ORDER BY state DESC, turn DESC, seq DESC LIMIT 1), 0),
                COALESCE((SELECT turn FROM task WHERE authority = ? ORDER BY authority DESC, turn DESC LIMIT 1), 0)),
              'OPEN', 0, 0, '', ?, '')
            """;

    private final Bodies bodies;

    TaskRows(Bodies bodies) {
        this.bodies = bodies;
    }

    int insert(Jdbc jdbc, Task task, long due) {
        String authority = task.caller().authority().text();
        return jdbc.update(
                ENQUEUE,
                task.taskId(),
                task.queue(),
                task.subject(),
                task.subjectVersion(),
                bodies.write(task.caller()),
                authority,
                authority,
                due);
    }

    /** Tasks whose worker is silent, then those that wait. */
    List<Candidate> candidates(Jdbc jdbc, String[] queues, long now) {
        List<Candidate> candidates = new ArrayList<>();
        for (TaskState state : List.of(TaskState.CLAIMED, TaskState.OPEN)) {
            candidates.addAll(jdbc.query(
                    DUE,
                    row -> new Candidate(task(row), row.getLong(6), row.getInt(7)),
                    state.name(),
                    now,
                    queues,
                    CANDIDATES));
        }
        return candidates;
    }

    boolean claim(Jdbc jdbc, Candidate candidate, String worker, long leaseUntil) {
        return jdbc.update(
                        "UPDATE task SET state = 'CLAIMED', epoch = epoch + 1, attempts = attempts + 1, worker = ?,"
                                + " due = ? WHERE task_id = ? AND epoch = ? AND state IN ('OPEN', 'CLAIMED')",
                        worker,
                        leaseUntil,
                        candidate.task().taskId(),
                        candidate.epoch())
                > 0;
    }

    boolean park(Jdbc jdbc, Candidate candidate) {
        return jdbc.update(
                        "UPDATE task SET state = 'PARKED', epoch = epoch + 1, last_error = 'WORKER_LOST'"
                                + " WHERE task_id = ? AND epoch = ? AND state IN ('OPEN', 'CLAIMED')",
                        candidate.task().taskId(),
                        candidate.epoch())
                > 0;
    }

    List<TaskStatus> ofSubject(Jdbc jdbc, String subject) {
        return jdbc.query(
                "SELECT " + TASK + ", t.state, t.attempts, t.last_error FROM task t WHERE t.subject = ? ORDER BY t.seq",
                row -> new TaskStatus(task(row), TaskState.valueOf(row.getString(6)), row.getInt(7), row.getString(8)),
                subject);
    }

    private Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                bodies.read(Caller.class, row.getString(5)));
    }
}
