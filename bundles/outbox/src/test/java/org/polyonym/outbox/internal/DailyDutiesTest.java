package org.polyonym.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.LegalClock;

class DailyDutiesTest {
    private record Duty(String name, Consumer<LocalDate> work) implements DailyDuty {
        @Override
        public void run(LocalDate today) {
            work.accept(today);
        }
    }

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2016-12-19T19:00:00Z"));
    private final LegalClock clock = new LegalClock() {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public boolean virtual() {
            return true;
        }
    };
    private final AtomicReference<Instant> machineTime = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<DailyDuty> registered = new ArrayList<>();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void closeStore() {
        store.close();
    }

    private DailyDuties node() {
        return node(new TestGrid("node-1"));
    }

    private DailyDuties node(TestGrid grid) {
        DailyTurn turn = new DailyTurn(store.transactions(), store.documents(), grid, machineTime::get);
        return new DailyDuties(store.transactions(), store.documents(), () -> clock, () -> registered, turn);
    }

    private void register(String name) {
        registered.add(new Duty(name, today -> done.add(name + " " + today)));
    }

    @Test
    void runsEveryDutyOncePerLegalDayOnWhateverNode() {
        register("erase");
        node().catchUp();
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19");
        now.set(Instant.parse("2018-07-01T00:00:00Z"));
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19", "erase 2018-07-01");
    }

    @Test
    void runsADutyThatArrivesLaterOnTheSameDay() {
        register("erase");
        node().catchUp();
        register("review");
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19", "review 2016-12-19");
    }

    @Test
    void runsTheOthersWhenOneFailsAndTriesItAgain() {
        AtomicReference<Boolean> broken = new AtomicReference<>(true);
        registered.add(new Duty("a-broken", today -> {
            if (broken.get()) {
                throw new IllegalArgumentException("not now");
            }
            done.add("a-broken");
        }));
        register("erase");
        assertThatThrownBy(() -> node().catchUp()).hasMessageContaining("a-broken");
        assertThat(done).containsExactly("erase 2016-12-19");
        broken.set(false);
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19", "a-broken");
    }

    @Test
    void doesNotRunAgainWhenTheClockGoesBack() {
        register("erase");
        node().catchUp();
        now.set(Instant.parse("2016-12-18T00:00:00Z"));
        node().catchUp();
        assertThat(done).hasSize(1);
    }

    @Test
    void twoNodesAtTheSameMomentDoEachDutyOnceAndBothReturnWhenItIsDone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        registered.add(new Duty("slow", today -> {
            begun.countDown();
            awaitQuietly(mayEnd);
            done.add("slow");
        }));
        TestGrid one = new TestGrid("one");
        TestGrid two = new TestGrid("two");
        one.members = List.of(one.self(), two.self());
        two.members = one.members;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> node(one).catchUp());
            begun.await();
            Future<?> second = threads.submit(() -> node(two).catchUp());
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            mayEnd.countDown();
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);
        }
        assertThat(done).containsExactly("slow");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takesTheTurnOfANodeThatIsGoneOrTooSlow() {
        TestGrid gone = new TestGrid("gone");
        TestGrid here = new TestGrid("here");
        here.members = List.of(here.self(), gone.self());
        hold(gone);
        register("erase");
        machineTime.updateAndGet(t -> t.plus(DailyTurn.LEASE));
        node(here).catchUp();
        assertThat(done).hasSize(1);
        now.set(Instant.parse("2016-12-20T00:00:00Z"));
        hold(gone);
        here.members = List.of(here.self());
        node(here).catchUp();
        assertThat(done).hasSize(2);
    }

    private void hold(TestGrid grid) {
        var type = new DocumentType<>("daily-turn", DailyTurn.Holder.class);
        var holder = new DailyTurn.Holder(grid.self().id(), machineTime.get().plus(DailyTurn.LEASE));
        store.transactions().inTransaction(uow -> store.documents().put(uow, type, "turn", 0, holder, List.of()));
    }

    @Test
    void doesNothingWithoutAMajority() {
        register("erase");
        TestGrid grid = new TestGrid("one");
        grid.majority = false;
        assertThatThrownBy(() -> node(grid).catchUp())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NO_MAJORITY));
        assertThat(done).isEmpty();
    }
}
