package org.polyonym.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Due tasks that no earlier unfinished task of the same subject and queue precedes, oldest first. */
    private static final String DUE = "SELECT " + TASK + """
            , t.epoch, t.attempts FROM task t
            WHERE t.state IN ('OPEN', 'CLAIMED') AND t.due <= ? AND t.queue = ANY(?)
              AND NOT EXISTS (
                SELECT 1 FROM task e
                WHERE e.subject = t.subject AND e.queue = t.queue AND e.state IN ('OPEN', 'CLAIMED')
                  AND (e.subject_version < t.subject_version
                       OR (e.subject_version = t.subject_version AND e.seq < t.seq)))
            ORDER BY t.seq LIMIT ?
            """;

    private final Bodies bodies;

    TaskRows(Bodies bodies) {
        this.bodies = bodies;
    }

    int insert(Jdbc jdbc, Task task, long due) {
        return jdbc.update(
                "INSERT INTO task (task_id, queue, subject, subject_version, caller, state, attempts, epoch, worker,"
                        + " due, last_error) VALUES (?, ?, ?, ?, ?, 'OPEN', 0, 0, '', ?, '')",
                task.taskId(),
                task.queue(),
                task.subject(),
                task.subjectVersion(),
                bodies.write(task.caller()),
                due);
    }

    List<Candidate> candidates(Jdbc jdbc, String[] queues, long now) {
        return jdbc.query(DUE, row -> new Candidate(task(row), row.getLong(6), row.getInt(7)), now, queues, CANDIDATES);
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
