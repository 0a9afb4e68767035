package org.polyonym.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.camel.CamelContexts;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;

/** The routes with a real Camel context and a real store. */
class OutboxRoutesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int WORKERS = 2;

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final List<TaskHandler> handlers = new CopyOnWriteArrayList<>();
    private CamelContext camel;
    private ProducerTemplate producer;
    private AutoCloseable wakeUps;

    @BeforeEach
    void startRoutes() throws Exception {
        TaskWorker worker = new TaskWorker(store.transactions(), store.outbox(), () -> handlers, new TestGrid("test"));
        camel = CamelContexts.create("outbox", getClass().getClassLoader());
        CamelContexts.start(camel, new OutboxRoutes(worker, WORKERS));
        producer = camel.createProducerTemplate();
        wakeUps = store.outbox().onEnqueued(() -> producer.sendBody(OutboxRoutes.wakeUp(WORKERS), ""));
    }

    @AfterEach
    void stopRoutes() throws Exception {
        wakeUps.close();
        camel.close();
        store.close();
    }

    private void enqueue(String subject, long version) {
        Caller caller = Caller.component("test", Purpose.MULTIPLE_IDENTITY_DETECTION, CaseReference.of("case-1"));
        store.transactions().inTransaction(uow -> store.outbox().enqueue(uow, "detect", subject, version, caller));
    }

    @Test
    void doesTasksOfOneRecordInVersionOrder() {
        List<Long> versions = Collections.synchronizedList(new ArrayList<>());
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> versions.add(task.subjectVersion())));
        IntStream.rangeClosed(1, 20).forEach(version -> enqueue("SIS/1", version));
        assertThat(store.outbox().awaitIdle("SIS/1", LONG)).isTrue();
        assertThat(versions).isSorted().hasSize(20);
    }

    @Test
    void doesTasksOfDifferentRecordsAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(WORKERS);
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            both.countDown();
            meet(both);
        }));
        enqueue("SIS/1", 1);
        enqueue("SIS/2", 1);
        assertThat(store.outbox().awaitIdle("SIS/1", LONG)).isTrue();
        assertThat(store.outbox().awaitIdle("SIS/2", LONG)).isTrue();
        assertThat(both.getCount()).isZero();
    }

    @Test
    void doesATaskWhoseHandlerCameAfterIt() {
        enqueue("SIS/1", 1);
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {}));
        assertThat(store.outbox().awaitIdle("SIS/1", LONG)).isTrue();
    }

    @Test
    void triesAFailedTaskAgainByItself() {
        CountDownLatch attempts = new CountDownLatch(3);
        handlers.add(new TestHandler("detect", "SIS", (uow, task) -> {
            attempts.countDown();
            if (attempts.getCount() > 0) {
                throw new IllegalArgumentException("not yet");
            }
        }));
        enqueue("SIS/1", 1);
        assertThat(store.outbox().awaitIdle("SIS/1", LONG)).isTrue();
        assertThat(store.outbox().ofSubject("SIS/1").getFirst().attempts()).isEqualTo(3);
    }

    private static void meet(CountDownLatch both) {
        try {
            // Alone, a worker would wait for the other in vain and the task would fail.
            if (!both.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other task did not run beside this one");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
