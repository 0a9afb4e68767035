package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.Outbox;
import org.polyonym.store.Task;
import org.polyonym.store.TaskState;
import org.polyonym.store.TaskStatus;

/** What the outbox promises on every database. */
abstract class OutboxContract {
    static final Caller CALLER =
            Caller.component("test", Purpose.MULTIPLE_IDENTITY_DETECTION, CaseReference.of("case-1"));
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource machineTime = now::get;
    private final String queue = "q-" + UUID.randomUUID();
    private final String subject = "SIS/" + UUID.randomUUID();
    private SqlStore store;
    private Outbox outbox;

    abstract StoreConfig config() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = SqlStore.open(config(), machineTime);
        outbox = store.outbox();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Task enqueue(String about, long version) {
        return store.transactions().inTransaction(uow -> outbox.enqueue(uow, queue, about, version, CALLER));
    }

    private void enqueue(Caller caller, String about) {
        store.transactions().inTransaction(uow -> outbox.enqueue(uow, queue, about, 1, caller));
    }

    private static Caller callerOf(String authority) {
        return new Caller(
                Authority.of(authority), "u-1", Purpose.MULTIPLE_IDENTITY_DETECTION, CaseReference.of("case-1"));
    }

    /** Subjects in the order in which they are claimed. */
    private List<String> claimed(int count) {
        return Stream.generate(this::claim)
                .limit(count)
                .map(task -> task.orElseThrow().task().subject())
                .toList();
    }

    private Optional<ClaimedTask> claim() {
        return outbox.claim(List.of(queue), "worker", LEASE);
    }

    private void complete(ClaimedTask task) {
        store.transactions().inTransaction(uow -> {
            outbox.complete(uow, task);
            return null;
        });
    }

    private void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    private TaskStatus only() {
        List<TaskStatus> all = outbox.ofSubject(subject);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void handsOutATaskOnceAndKeepsWhoCausedIt() {
        Task task = enqueue(subject, 1);
        assertThat(claim()).contains(new ClaimedTask(task, 1, 1));
        assertThat(claim()).isEmpty();
        assertThat(only().state()).isEqualTo(TaskState.CLAIMED);
        assertThat(only().task().caller()).isEqualTo(CALLER);
    }

    @Test
    void keepsTheOrderOfVersionsOfOneSubjectWhileOthersGoOn() {
        enqueue(subject, 2);
        Task first = enqueue(subject, 1);
        Task other = enqueue("SIS/other", 1);
        ClaimedTask one = claim().orElseThrow();
        assertThat(one.task()).isEqualTo(first);
        assertThat(claim().orElseThrow().task()).isEqualTo(other);
        assertThat(claim()).isEmpty();
        complete(one);
        assertThat(claim().orElseThrow().task().subjectVersion()).isEqualTo(2);
    }

    @Test
    void letsAuthoritiesTakeTurnsHoweverManyTasksOneOfThemHasWaiting() {
        for (int i = 0; i < 20; i++) {
            enqueue(callerOf("BORDER_FIRST_LINE@MS-3"), "EES/surge-" + i);
        }
        complete(claim().orElseThrow());
        enqueue(callerOf("VISA@MS-1"), "VIS/1");
        enqueue(callerOf("VISA@MS-1"), "VIS/2");

        assertThat(claimed(5)).containsExactly("EES/surge-1", "VIS/1", "EES/surge-2", "VIS/2", "EES/surge-3");
    }

    @Test
    void owesNobodyATurnForTheTimeInWhichItHadNothingToDo() {
        enqueue(callerOf("VISA@MS-2"), "VIS/1");
        complete(claim().orElseThrow());
        for (int i = 0; i < 5; i++) {
            enqueue(callerOf("BORDER_FIRST_LINE@MS-4"), "EES/" + i);
            complete(claim().orElseThrow());
        }
        enqueue(callerOf("BORDER_FIRST_LINE@MS-4"), "EES/5");
        enqueue(callerOf("VISA@MS-2"), "VIS/2");
        enqueue(callerOf("VISA@MS-2"), "VIS/3");
        enqueue(callerOf("BORDER_FIRST_LINE@MS-4"), "EES/6");

        assertThat(claimed(4)).containsExactly("EES/5", "VIS/2", "VIS/3", "EES/6");
    }

    @Test
    void fencesOffAWorkerWhoseLeaseEnded() {
        enqueue(subject, 1);
        ClaimedTask late = claim().orElseThrow();
        pass(LEASE.plusMillis(1));
        ClaimedTask taken = claim().orElseThrow();
        assertThat(taken.epoch()).isGreaterThan(late.epoch());
        StoreContract.assertProblem(ProblemType.VERSION_CONFLICT, () -> complete(late));
        outbox.giveBack(late, "PLY-1", Duration.ZERO);
        assertThat(only().state()).isEqualTo(TaskState.CLAIMED);
        complete(taken);
        assertThat(only().state()).isEqualTo(TaskState.DONE);
        StoreContract.assertProblem(ProblemType.VERSION_CONFLICT, () -> complete(taken));
    }

    @Test
    void undoesTheEffectsOfAFencedOffWorker() {
        enqueue(subject, 1);
        ClaimedTask late = claim().orElseThrow();
        pass(LEASE.plusMillis(1));
        claim().orElseThrow();
        StoreContract.assertProblem(
                ProblemType.VERSION_CONFLICT,
                () -> store.transactions().inTransaction(uow -> {
                    outbox.enqueue(uow, queue, "SIS/effect", 1, CALLER);
                    outbox.complete(uow, late);
                    return null;
                }));
        assertThat(outbox.ofSubject("SIS/effect")).isEmpty();
    }

    @Test
    void triesAgainAfterTheDelayAndParksAfterTooManyAttempts() {
        enqueue(subject, 1);
        for (int attempt = 1; attempt <= SqlOutbox.MAX_ATTEMPTS; attempt++) {
            ClaimedTask task = claim().orElseThrow();
            assertThat(task.attempt()).isEqualTo(attempt);
            outbox.giveBack(task, "PLY-5005", Duration.ofSeconds(5));
            assertThat(claim()).isEmpty();
            pass(Duration.ofSeconds(5));
        }
        assertThat(claim()).isEmpty();
        assertThat(only().state()).isEqualTo(TaskState.PARKED);
        assertThat(only().lastError()).isEqualTo("PLY-5005");
        assertThat(outbox.awaitIdle(subject, Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void parksATaskThatKilledItsWorkersTooOften() {
        enqueue(subject, 1);
        for (int attempt = 1; attempt <= SqlOutbox.MAX_ATTEMPTS; attempt++) {
            claim().orElseThrow();
            pass(LEASE);
        }
        assertThat(claim()).isEmpty();
        assertThat(only().state()).isEqualTo(TaskState.PARKED);
    }

    @Test
    void doesNotCountATaskGivenBackUntried() {
        enqueue(subject, 1);
        outbox.release(claim().orElseThrow(), Duration.ofSeconds(1));
        assertThat(claim()).isEmpty();
        assertThat(only().attempts()).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(claim().orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void wakesWorkersAfterTheCommitOnly() throws Exception {
        AtomicInteger wakeUps = new AtomicInteger();
        try (AutoCloseable registration = outbox.onEnqueued(wakeUps::incrementAndGet)) {
            assertThat(registration).isNotNull();
            store.transactions().inTransaction(uow -> {
                outbox.enqueue(uow, queue, subject, 1, CALLER);
                assertThat(wakeUps).hasValue(0);
                return null;
            });
            assertThat(wakeUps).hasValue(1);
        }
        enqueue(subject, 2);
        assertThat(wakeUps).hasValue(1);
    }

    @Test
    void endsTheWaitingWhenTheLastTaskOfTheSubjectIsDone() {
        enqueue(subject, 1);
        ClaimedTask task = claim().orElseThrow();
        assertThat(outbox.awaitIdle(subject, Duration.ZERO)).isFalse();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> outbox.awaitIdle(subject, Duration.ofMinutes(1)));
        complete(task);
        assertThat(waiting.join()).isTrue();
        assertThat(outbox.awaitIdle("SIS/none", Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void countsTasksByQueueAndState() {
        enqueue(subject, 1);
        enqueue(subject, 2);
        claim().orElseThrow();
        assertThat(outbox.depth().get(queue)).isEqualTo(Map.of(TaskState.OPEN, 1L, TaskState.CLAIMED, 1L));
    }

    @Test
    void handsOutAtOnceWhatAWorkerHeldThatIsGoneAndLeavesTheRest() {
        enqueue(subject, 1);
        ClaimedTask late = claim().orElseThrow();
        assertThat(outbox.claimed().get("worker")).isPositive();
        outbox.takeOver(List.of("another", "worker"));
        assertThat(claim()).isEmpty();
        assertThat(outbox.takeOver(List.of("another"))).isPositive();
        assertThat(claim().orElseThrow().epoch()).isGreaterThan(late.epoch());
        StoreContract.assertProblem(ProblemType.VERSION_CONFLICT, () -> complete(late));
    }
}
