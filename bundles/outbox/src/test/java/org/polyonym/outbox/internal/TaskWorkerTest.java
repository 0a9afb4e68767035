package org.polyonym.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Task;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.TaskState;
import org.polyonym.store.TaskStatus;
import org.polyonym.store.UnitOfWork;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;

class TaskWorkerTest {
    private record Effect(String text) {}

    private static final DocumentType<Effect> EFFECTS = new DocumentType<>("effect", Effect.class);
    private static final Caller CALLER =
            Caller.component("test", Purpose.MULTIPLE_IDENTITY_DETECTION, CaseReference.of("case-1"));

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final List<TaskHandler> handlers = new CopyOnWriteArrayList<>();
    private final TestGrid grid = new TestGrid("test");
    private final TaskWorker worker = new TaskWorker(store.transactions(), store.outbox(), () -> handlers, grid);

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void enqueue(String subject, long version) {
        store.transactions().inTransaction(uow -> store.outbox().enqueue(uow, "detect", subject, version, CALLER));
    }

    private void write(UnitOfWork uow, Task task) {
        store.documents().put(uow, EFFECTS, task.subject() + task.subjectVersion(), 0, new Effect("done"), List.of());
    }

    private TaskStatus status(String subject) {
        return store.outbox().ofSubject(subject).getFirst();
    }

    /** Does everything that is due now; returns the subjects in the order of claiming. */
    private List<String> drain() {
        List<String> done = new ArrayList<>();
        for (var task = worker.claim(); task.isPresent(); task = worker.claim()) {
            worker.dispatch(task.get());
            done.add(task.get().task().subject() + "@" + task.get().task().subjectVersion());
        }
        return done;
    }

    @Test
    void doesTheTaskAndItsEffectsTogether() {
        handlers.add(new TestHandler("detect", "SIS", this::write));
        enqueue("SIS/1", 1);
        assertThat(drain()).containsExactly("SIS/1@1");
        assertThat(status("SIS/1").state()).isEqualTo(TaskState.DONE);
        assertThat(store.documents().count(EFFECTS)).isEqualTo(1);
    }

    @Test
    void undoesTheEffectsOfAFailedAttemptAndSaysWhy() {
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            write(uow, task);
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, "raced");
        }));
        enqueue("SIS/1", 1);
        drain();
        assertThat(store.documents().count(EFFECTS)).isZero();
        assertThat(status("SIS/1").attempts()).isEqualTo(1);
        assertThat(status("SIS/1").lastError()).isEqualTo("PLY-1013");
    }

    @Test
    void givesBackATaskWhoseHandlerMeetsAVanishedBundle() {
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            throw new NoClassDefFoundError("gone");
        }));
        enqueue("SIS/1", 1);
        drain();
        assertThat(status("SIS/1").state()).isEqualTo(TaskState.OPEN);
        assertThat(status("SIS/1").lastError()).isEqualTo("NoClassDefFoundError");
    }

    @Test
    void leavesTasksWithoutAHandlerOpenAndUncounted() {
        handlers.add(new TestHandler("detect", "SIS", this::write));
        enqueue("VIS/1", 1);
        enqueue("SIS/1", 1);
        assertThat(drain()).containsExactly("VIS/1@1", "SIS/1@1");
        assertThat(status("VIS/1")).isEqualTo(new TaskStatus(status("VIS/1").task(), TaskState.OPEN, 0, ""));
        assertThat(status("SIS/1").state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void neverClaimsFromAQueueThatNobodyHandles() {
        enqueue("SIS/1", 1);
        assertThat(worker.claim()).isEmpty();
    }

    @Test
    void doesNotCountAnAttemptThatMetAMissingComponent() {
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "no matcher");
        }));
        enqueue("SIS/1", 1);
        drain();
        assertThat(status("SIS/1").attempts()).isZero();
        assertThat(status("SIS/1").state()).isEqualTo(TaskState.OPEN);
    }

    /** Waiting does not make the data fewer: the task is to be parked one day, and seen. */
    @Test
    void countsAnAttemptThatMetALimitOfTheData() {
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            throw ProblemException.of(ProblemType.DATA_LIMIT, "a group of more than it may hold");
        }));
        enqueue("SIS/1", 1);
        drain();
        assertThat(status("SIS/1").attempts()).isPositive();
        assertThat(status("SIS/1").lastError()).isEqualTo("PLY-1015");
    }

    @Test
    void keepsLaterTasksOfARecordWaitingForAnEarlierOneThatFailed() {
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            if (task.subjectVersion() == 1) {
                throw new IllegalArgumentException("bad");
            }
        }));
        enqueue("SIS/1", 1);
        enqueue("SIS/1", 2);
        enqueue("SIS/2", 5);
        assertThat(drain()).containsExactly("SIS/1@1", "SIS/2@5");
    }

    @Test
    void losesNothingWhenTheTaskWasTakenOverMeanwhile() {
        handlers.add(new TestHandler("detect", "SIS", this::write));
        enqueue("SIS/1", 1);
        ClaimedTask claimed = worker.claim().orElseThrow();
        worker.dispatch(new ClaimedTask(claimed.task(), claimed.epoch() - 1, 1));
        assertThat(store.documents().count(EFFECTS)).isZero();
        worker.dispatch(claimed);
        assertThat(status("SIS/1").state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void doublesThePauseUpToItsLimit() {
        assertThat(Map.of(
                        1, TaskWorker.pauseAfter(1),
                        2, TaskWorker.pauseAfter(2),
                        99, TaskWorker.pauseAfter(99)))
                .isEqualTo(Map.of(1, Duration.ofMillis(200), 2, Duration.ofMillis(400), 99, TaskWorker.LONGEST_PAUSE));
    }

    @Test
    void claimsNothingWithoutAMajorityAndGoesOnWithIt() {
        handlers.add(new TestHandler("detect", "SIS", this::write));
        enqueue("SIS/1", 1);
        grid.majority = false;
        assertThat(drain()).isEmpty();
        grid.majority = true;
        assertThat(drain()).containsExactly("SIS/1@1");
    }

    @Test
    void takesOverTheTasksOfANodeThatIsGoneAtOnceAndFencesItOff() {
        handlers.add(new TestHandler("detect", "SIS", this::write));
        TestGrid other = new TestGrid("other");
        TaskWorker gone = new TaskWorker(store.transactions(), store.outbox(), () -> handlers, other);
        enqueue("SIS/1", 1);
        ClaimedTask claimed = gone.claim().orElseThrow();
        assertThat(store.outbox().claimed()).isEqualTo(Map.of("other", 1L));

        grid.members = List.of(grid.self(), other.self());
        worker.takeOver();
        assertThat(drain()).as("while its node is there").isEmpty();
        grid.members = List.of(grid.self());
        grid.majority = false;
        worker.takeOver();
        grid.majority = true;
        assertThat(drain()).as("what a node without majority thinks").isEmpty();
        worker.takeOver();
        assertThat(drain()).containsExactly("SIS/1@1");

        gone.dispatch(claimed);
        assertThat(status("SIS/1").state()).isEqualTo(TaskState.DONE);
        assertThat(store.documents().count(EFFECTS)).isEqualTo(1);
        assertThat(store.outbox().claimed()).isEmpty();
    }

    @Test
    void tellsOtherNodesOfWorkButNotOfEachTaskInARush() {
        OtherNodes others = new OtherNodes(grid, OutboxComponent.WAKE_UP);
        for (int i = 0; i < 1_000; i++) {
            others.tell();
        }
        assertThat(grid.told).isNotEmpty().hasSizeLessThan(500).containsOnly(OutboxComponent.WAKE_UP);
    }
}
