package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.problem.ProblemException;

/** A thread that is interrupted while it reads or writes harms its own work at most. */
class InterruptionTest {
    private static final int THREADS = 4;
    private static final int INTERRUPTIONS = 400;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void staysOpenForOthersWhenAThreadIsInterruptedInTheMiddleOfIt() throws Exception {
        String url = "jdbc:h2:dsync:" + folder.resolve("interrupted") + ";WRITE_DELAY=0;CACHE_SIZE=0";
        try (SqlStore store = SqlStore.open(new StoreConfig(url, "polyonym", "", THREADS + 2, false))) {
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int worker = i;
                workers.add(Thread.ofVirtual().start(() -> work(store, worker, over)));
            }
            for (int i = 0; i < INTERRUPTIONS; i++) {
                Thread.sleep(2);
                workers.get(i % THREADS).interrupt();
            }
            over.set(true);
            for (Thread worker : workers) {
                worker.join();
            }
            write(store, "after");
            assertThat(read(store, "after")).isTrue();
        }
    }

    private static void work(SqlStore store, int worker, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            try {
                write(store, worker + "-" + i);
                read(store, worker + "-" + i);
            } catch (ProblemException itsOwnWork) {
                // What this thread was doing may fail; whether others can go on is asked at the end.
                Thread.interrupted();
            }
        }
    }

    private static void write(SqlStore store, String id) {
        store.transactions()
                .inTransaction(uow ->
                        store.documents().put(uow, KilledWriter.TYPE, id, 0, new KilledWriter.Entry(0, 0), List.of()));
    }

    private static boolean read(SqlStore store, String id) {
        return store.documents().get(KilledWriter.TYPE, id).isPresent();
    }
}
