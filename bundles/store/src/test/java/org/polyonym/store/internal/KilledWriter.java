package org.polyonym.store.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.polyonym.model.Image;
import org.polyonym.store.DocumentType;
import org.polyonym.store.SearchTerm;

/**
 * A process that writes from several threads and acknowledges until it is killed. Arguments: address of the store, number of
 * the round.
 */
final class KilledWriter {
    record Entry(int round, int number) {}

    static final DocumentType<Entry> TYPE = new DocumentType<>("killed", Entry.class);
    static final String GO = "GO";
    /** Writers at once: a commit that meets another one's must not be acknowledged before it is on disk itself. */
    static final int THREADS = 4;

    private KilledWriter() {}

    static String id(int round, int number) {
        return "r" + round + "-" + number;
    }

    static Image image(int number) {
        return Image.ofBytes(new byte[] {(byte) number, 1, 2, 3});
    }

    static SearchTerm term(int round, int number) {
        return SearchTerm.unique("entry", id(round, number));
    }

    /** Opens only when told to: the process before it may still hold the file. */
    public static void main(String[] args) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (!GO.equals(orders.readLine())) {
            return;
        }
        int round = Integer.parseInt(args[1]);
        AtomicInteger next = new AtomicInteger();
        try (SqlStore store = SqlStore.open(new StoreConfig(args[0], "polyonym", "", THREADS, true));
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.execute(() -> writeForEver(store, round, next));
            }
        }
    }

    private static void writeForEver(SqlStore store, int round, AtomicInteger next) {
        while (true) {
            int number = next.getAndIncrement();
            write(store, round, number);
            System.out.println(number);
        }
    }

    private static void write(SqlStore store, int round, int number) {
        store.transactions().inTransaction(uow -> {
            String id = id(round, number);
            store.documents().put(uow, TYPE, id, 0, new Entry(round, number), List.of(term(round, number)));
            store.images().put(uow, id, image(number));
            return store.outbox().enqueue(uow, "killed", id, 1, OutboxContract.CALLER);
        });
    }
}
