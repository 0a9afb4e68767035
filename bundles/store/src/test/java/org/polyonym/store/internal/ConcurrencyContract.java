package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Change;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.TaskState;

/** What must hold when many write at once. Random choices come from a seed that a failure prints. */
abstract class ConcurrencyContract {
    record Counter(int count) {}

    private static final int WRITERS = 4;

    private final long seed = Long.getLong("polyonym.seed", System.nanoTime());
    private SqlStore store;
    private Documents documents;
    private DocumentType<Counter> type;

    abstract StoreConfig config() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = SqlStore.open(config());
        documents = store.documents();
        type = new DocumentType<>("race-" + UUID.randomUUID(), Counter.class);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Runs all at the same time, on threads that the system preempts, and returns what each returned. */
    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static boolean wins(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ProblemException e) {
            assertThat(e.type()).isEqualTo(ProblemType.VERSION_CONFLICT);
            return false;
        }
    }

    @Test
    void letsExactlyOneOfTwoConcurrentCreatorsHaveAUniqueTerm() throws Exception {
        for (int round = 0; round < 20; round++) {
            SearchTerm pair = SearchTerm.unique("pair", "p" + round);
            List<Callable<Boolean>> creators = Stream.of("a" + round, "b" + round)
                    .<Callable<Boolean>>map(id -> () -> wins(() -> store.transactions()
                            .inTransaction(uow -> documents.put(uow, type, id, 0, new Counter(0), List.of(pair)))))
                    .toList();
            assertThat(atOnce(creators)).containsExactlyInAnyOrder(true, false);
            assertThat(documents.find(type, List.of(pair), 10)).hasSize(1);
        }
    }

    @Test
    void losesNoUpdateOfOneDocument() throws Exception {
        store.transactions().inTransaction(uow -> documents.put(uow, type, "c", 0, new Counter(0), List.of()));
        List<Callable<Integer>> writers = IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(writer -> () -> {
                    int won = 0;
                    while (won < 25) {
                        won += wins(this::increment) ? 1 : 0;
                    }
                    return won;
                })
                .toList();
        atOnce(writers);
        assertThat(documents.get(type, "c").orElseThrow())
                .isEqualTo(new Stored<>("c", 1 + 25 * WRITERS, new Counter(25 * WRITERS)));
    }

    private void increment() {
        store.transactions().inTransaction(uow -> {
            Stored<Counter> read = documents.get(uow, type, "c").orElseThrow();
            Counter next = new Counter(read.value().count() + 1);
            return documents.put(uow, type, "c", read.version(), next, List.of());
        });
    }

    @Test
    void showsAFollowerEveryNumberOfEveryShardWithoutGaps() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> followed = threads.submit(() -> followNewDocuments(writing));
            List<Callable<Integer>> writers = IntStream.range(0, WRITERS)
                    .<Callable<Integer>>mapToObj(writer -> () -> create(writer))
                    .toList();
            int written = atOnce(writers).stream().mapToInt(Integer::intValue).sum();
            writing.set(false);
            assertThat(followed.get()).as("seed %d", seed).isEqualTo(written);
        }
    }

    /** Transactions of one to five new documents, some of which fail after the last write. */
    private int create(int writer) {
        Random random = new Random(seed + writer);
        int written = 0;
        for (int tx = 0; tx < 60; tx++) {
            int size = 1 + random.nextInt(5);
            boolean fails = random.nextInt(5) == 0;
            String prefix = "w" + writer + "-" + tx + "-";
            try {
                store.transactions().inTransaction(uow -> {
                    for (int i = 0; i < size; i++) {
                        documents.put(uow, type, prefix + i, 0, new Counter(i), List.of());
                    }
                    if (fails) {
                        throw new IllegalArgumentException("on purpose");
                    }
                    return size;
                });
                written += size;
            } catch (IllegalArgumentException onPurpose) {
                assertThat(fails).isTrue();
            }
        }
        return written;
    }

    private int followNewDocuments(AtomicBoolean writing) {
        Map<Integer, Long> positions = new TreeMap<>();
        int seen = 0;
        boolean last = false;
        while (!last) {
            last = !writing.get();
            for (int shard : documents.shardVersions(type).keySet()) {
                long position = positions.getOrDefault(shard, 0L);
                for (Change<Counter> change : documents.changes(type, shard, position, Documents.MAX_RESULTS)) {
                    position++;
                    seen++;
                    assertThat(change.shardVersion()).as("seed %d", seed).isEqualTo(position);
                }
                positions.put(shard, position);
            }
        }
        return seen;
    }

    @Test
    void letsAFollowerEndWithExactlyWhatIsStored() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Map<String, Counter>> followed = threads.submit(() -> followChanges(writing));
            atOnce(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> change(writer))
                    .toList());
            writing.set(false);
            Map<String, Counter> stored = new TreeMap<>();
            documents.page(type, "", Documents.MAX_RESULTS).forEach(d -> stored.put(d.id(), d.value()));
            assertThat(followed.get()).as("seed %d", seed).isEqualTo(stored);
        }
    }

    /** Creates, replaces and deletes a few shared documents in transactions of several, in any order. */
    private boolean change(int writer) {
        Random random = new Random(seed - writer);
        for (int tx = 0; tx < 60; tx++) {
            List<Integer> choices = random.ints(3, 0, 12).distinct().boxed().toList();
            int value = random.nextInt();
            boolean deletes = random.nextInt(3) == 0;
            wins(() -> store.transactions().inTransaction(uow -> {
                for (int choice : choices) {
                    String id = "d" + choice;
                    Optional<Stored<Counter>> before = documents.get(uow, type, id);
                    if (deletes) {
                        documents.delete(uow, type, id);
                    } else {
                        long version = before.map(Stored::version).orElse(0L);
                        documents.put(uow, type, id, version, new Counter(value), List.of());
                    }
                }
                return true;
            }));
        }
        return true;
    }

    private Map<String, Counter> followChanges(AtomicBoolean writing) {
        Map<Integer, Long> positions = new TreeMap<>();
        Map<String, Counter> followed = new TreeMap<>();
        boolean last = false;
        while (!last) {
            last = !writing.get();
            for (int shard : documents.shardVersions(type).keySet()) {
                long position = positions.getOrDefault(shard, 0L);
                for (Change<Counter> change : documents.changes(type, shard, position, 3)) {
                    last = false;
                    assertThat(change.shardVersion()).as("seed %d", seed).isGreaterThan(position);
                    position = change.shardVersion();
                    change.value()
                            .ifPresentOrElse(v -> followed.put(change.id(), v), () -> followed.remove(change.id()));
                }
                positions.put(shard, position);
            }
        }
        return followed;
    }

    @Test
    void hasEveryTaskDoneExactlyOnceByManyWorkers() throws Exception {
        String queue = "q-" + UUID.randomUUID();
        int tasks = 60;
        for (int i = 0; i < tasks; i++) {
            String subject = type.collection() + i % 7;
            int version = i;
            store.transactions()
                    .inTransaction(uow -> store.outbox().enqueue(uow, queue, subject, version, OutboxContract.CALLER));
        }
        List<Integer> done = atOnce(IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(worker -> () -> work(queue, "w" + worker))
                .toList());
        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(tasks);
        assertThat(documents.count(type)).isEqualTo(tasks);
    }

    private int work(String queue, String worker) {
        int done = 0;
        while (unfinished(queue)) {
            Optional<ClaimedTask> claimed = store.outbox().claim(List.of(queue), worker, Duration.ofMinutes(1));
            if (claimed.isPresent()) {
                complete(claimed.get());
                done++;
            } else {
                Thread.yield();
            }
        }
        return done;
    }

    private boolean unfinished(String queue) {
        return !store.outbox().depth().get(queue).keySet().equals(Set.of(TaskState.DONE));
    }

    private void complete(ClaimedTask claimed) {
        store.transactions().inTransaction(uow -> {
            documents.put(uow, type, claimed.task().taskId(), 0, new Counter(1), List.of());
            store.outbox().complete(uow, claimed);
            return null;
        });
    }
}
