package org.polyonym.sbms.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Where images are read: on platform threads, one fewer than processors, so that one is left for everything else. Reading
 * takes tens of milliseconds of a processor for each image and never waits; on the virtual threads of requests it would keep
 * every other request from going on, which the operating system does not let a platform thread do. Thread-safe.
 */
final class ReadingRoom implements AutoCloseable {
    private final ExecutorService readers = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            Thread.ofPlatform().daemon().name("sbms-reader-", 0).factory());

    /** Does the work on a reader and waits for it; what it throws is thrown here. */
    <T> T read(Supplier<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : ProblemException.causedBy(ProblemType.INTERNAL, "an image could not be read", e);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw ProblemException.causedBy(ProblemType.COMPONENT_UNAVAILABLE, "reading was interrupted", e);
        }
    }

    private <T> Future<T> submit(Supplier<T> work) {
        try {
            return readers.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw ProblemException.causedBy(ProblemType.COMPONENT_UNAVAILABLE, "the service is stopping", e);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
