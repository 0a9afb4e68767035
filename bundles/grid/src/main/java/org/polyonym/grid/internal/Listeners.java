package org.polyonym.grid.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know of changes; told one after the other on a thread of ours, never on one of the grid. Thread-safe. */
final class Listeners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("grid-listeners").factory());

    AutoCloseable add(Runnable listener) {
        // Of two equal listeners each closes its own.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    void tell() {
        try {
            thread.execute(() -> listeners.forEach(Listeners::callQuietly));
        } catch (RejectedExecutionException e) {
            LOG.debug("the grid is being closed");
        }
    }

    private static void callQuietly(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("a listener of the grid failed with {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
