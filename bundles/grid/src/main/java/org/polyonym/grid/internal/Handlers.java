package org.polyonym.grid.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.polyonym.grid.GridException;
import org.polyonym.grid.GridHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers of this node as they are at this moment. Thread-safe. */
final class Handlers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final Supplier<? extends Collection<GridHandler>> services;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("grid-", 0).factory());

    Handlers(Supplier<? extends Collection<GridHandler>> services) {
        this.services = services;
    }

    /** Does the work on the calling thread. */
    byte[] handle(String name, byte[] request) throws GridException {
        Optional<GridHandler> handler =
                services.get().stream().filter(each -> each.name().equals(name)).findFirst();
        if (handler.isEmpty()) {
            throw new GridException("no handler " + name + " is there");
        }
        try {
            return handler.get().handle(request);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // A linkage error is what a handler meets whose bundle is being replaced. The message may name a person.
            LOG.debug("handler {}", name, e);
            throw new GridException(
                    "handler " + name + " failed with " + e.getClass().getName());
        }
    }

    /** Does the work on a thread of its own and waits no longer than the limit. */
    byte[] handleWithin(String name, byte[] request, Duration limit) throws GridException, InterruptedException {
        Future<byte[]> answer = threads.submit(() -> handle(name, request));
        try {
            return await(answer, name, limit);
        } finally {
            answer.cancel(true);
        }
    }

    /** Runs on a thread of its own. */
    void run(Runnable work) {
        threads.execute(work);
    }

    /**
     * Waits no longer than the limit. It does not cancel: for a call on its way to another member Hazelcast would ask that
     * member and wait for its word, for seconds when it hangs.
     */
    static <T> T await(Future<T> answer, String name, Duration limit) throws GridException, InterruptedException {
        try {
            return answer.get(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new GridException("handler " + name + " did not answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GridException told) {
                throw told;
            }
            throw new GridException(
                    "handler " + name + " was not reached: "
                            + e.getCause().getClass().getName(),
                    e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
