package org.polyonym.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;
import org.polyonym.time.LegalClock;

class StoredAuditLogTest {
    private static final Instant NOW = Instant.parse("2016-12-19T19:00:00Z");
    private static final LegalClock CLOCK = new LegalClock() {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public boolean virtual() {
            return true;
        }
    };

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final StoredAuditLog log = open();

    private StoredAuditLog open() {
        return new StoredAuditLog(store.transactions(), store.documents(), CLOCK);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static AuditEntry entry(String subject) {
        Caller caller = Caller.component("test", Purpose.OPERATIONS, CaseReference.of("case-1"));
        return new AuditEntry("PORTAL_QUERY", caller, List.of(subject), Map.of("profile", "p"));
    }

    private static List<String> subjects(List<StoredAuditEntry> entries) {
        return entries.stream().map(e -> e.entry().subject().getFirst()).toList();
    }

    @Test
    void givesTheOrderOfStoringWithoutGaps() {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            stored.add("q-" + i);
            log.append(entry("q-" + i));
        }
        List<StoredAuditEntry> read = log.read(0, 1_000);
        assertThat(subjects(read)).isEqualTo(stored);
        assertThat(read.stream().map(StoredAuditEntry::sequence))
                .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(read.getFirst()).isEqualTo(new StoredAuditEntry(1, NOW, entry("q-0")));
        assertThat(subjects(log.read(298, 1))).containsExactly("q-298");
    }

    @Test
    void neverChangesAPlaceOnceGiven() {
        log.append(entry("a"));
        List<StoredAuditEntry> before = log.read(0, 10);
        log.append(entry("b"));
        assertThat(subjects(open().read(0, 10))).containsExactly("a", "b");
        assertThat(log.read(0, 1)).isEqualTo(before);
    }

    @Test
    void ordersABacklogLargerThanOneStepRightly() {
        int entries = PendingRows.PAGE * 64 + 64;
        for (int from = 0; from < entries; from += 100) {
            int first = from;
            store.transactions().inTransaction(uow -> {
                IntStream.range(first, Math.min(first + 100, entries)).forEach(i -> log.append(uow, entry("q-" + i)));
                return null;
            });
        }
        List<String> read = new ArrayList<>();
        long after = 0;
        for (List<StoredAuditEntry> page = log.read(after, 1_000); !page.isEmpty(); page = log.read(after, 1_000)) {
            read.addAll(subjects(page));
            after = page.getLast().sequence();
        }
        assertThat(read)
                .isEqualTo(IntStream.range(0, entries).mapToObj(i -> "q-" + i).toList());
    }

    @Test
    void givesEveryEntryOnePlaceWhileManyWriteAndTwoNodesRead() throws Exception {
        StoredAuditLog otherNode = open();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                String name = "w" + writer + "-";
                work.add(threads.submit(() -> IntStream.range(0, 50).forEach(i -> log.append(entry(name + i)))));
            }
            work.add(threads.submit(() -> IntStream.range(0, 10).forEach(i -> log.read(0, 1))));
            work.add(threads.submit(() -> IntStream.range(0, 10).forEach(i -> otherNode.read(0, 1))));
            for (Future<?> each : work) {
                each.get();
            }
        }
        List<String> subjects = subjects(log.read(0, 1_000));
        assertThat(subjects).hasSize(200).doesNotHaveDuplicates();
        for (int writer = 0; writer < 4; writer++) {
            String name = "w" + writer + "-";
            assertThat(subjects.stream().filter(s -> s.startsWith(name)))
                    .isEqualTo(IntStream.range(0, 50).mapToObj(i -> name + i).toList());
        }
    }

    @Test
    void keepsNoEntryOfATransactionThatFailed() {
        assertThatThrownBy(() -> store.transactions().inTransaction(uow -> {
                    log.append(uow, entry("a"));
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.read(0, 10)).isEmpty();
    }

    @Test
    void countsOnAfterAReset() {
        log.append(entry("a"));
        log.read(0, 10);
        store.reset().orElseThrow().eraseEverything();
        assertThat(log.read(0, 10)).isEmpty();
        log.append(entry("b"));
        assertThat(log.read(0, 10)).containsExactly(new StoredAuditEntry(2, NOW, entry("b")));
    }

    @Test
    void saysThatItIsUnavailableWhenTheStoreIs() {
        store.close();
        assertThatThrownBy(() -> log.append(entry("a")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.AUDIT_UNAVAILABLE));
    }
}
