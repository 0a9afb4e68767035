package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WriteGateTest {
    private static final long WHILE_MILLIS = 50;

    private final WriteGate gate = new WriteGate(true, Duration.ofSeconds(10));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> order = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aCommitWaitsForAStatementInTheMiddleOfItsWork() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        Future<?> statement = threads.submit(() -> gate.statement(() -> {
            inside.countDown();
            pause(WHILE_MILLIS);
            return order.add("statement");
        }));
        inside.await();
        gate.commit(() -> order.add("commit"));
        statement.get();
        assertThat(order).containsExactly("statement", "commit");
    }

    @Test
    void aStatementWaitsForACommitThatIsBeingWritten() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        Future<?> commit = threads.submit(() -> gate.commit(() -> {
            inside.countDown();
            pause(WHILE_MILLIS);
            order.add("commit");
        }));
        inside.await();
        gate.statement(() -> order.add("statement"));
        commit.get();
        assertThat(order).containsExactly("commit", "statement");
    }

    @Test
    void aStatementThatWaitsForTheCommitItselfDoesNotHoldItUpForEver() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        WriteGate impatient = new WriteGate(true);
        Future<Boolean> statement = threads.submit(() -> impatient.statement(() -> {
            inside.countDown();
            return await(committed);
        }));
        inside.await();
        impatient.commit(committed::countDown);
        assertThat(statement.get()).isTrue();
    }

    @Test
    void aCommitChangesTheLastThingsItself() {
        gate.commit(() -> gate.statement(() -> order.add("position in the change feed")));
        assertThat(order).hasSize(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
