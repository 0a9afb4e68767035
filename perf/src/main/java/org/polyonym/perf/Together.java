package org.polyonym.perf;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.polyonym.simulation.harness.HarnessException;

/**
 * Things that happen at the same time and are worth nothing without each other: whoever awaits one of them is told as soon
 * as any of them has failed. What goes on then is left to the end of the process. Thread-safe.
 */
final class Together {
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /**
     * Begins one on a thread of its own.
     *
     * @param otherwise what it means when it fails, in words
     */
    <T> CompletableFuture<T> start(String otherwise, Callable<T> what) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("campaign-", 0).start(() -> {
            try {
                result.complete(what.call());
            } catch (Throwable e) { // of whatever kind: the one who waits would never know
                failure.completeExceptionally(new HarnessException(otherwise + ": " + words(e), e));
            }
        });
        return result;
    }

    /** What one of them came to; throws {@link HarnessException} when that or another one failed. */
    <T> T await(CompletableFuture<T> one) throws InterruptedException {
        try {
            CompletableFuture.anyOf(failure, one).get();
            return one.get();
        } catch (ExecutionException e) {
            throw new HarnessException(e.getCause().getMessage(), e.getCause());
        }
    }

    private static String words(Throwable e) {
        return e instanceof HarnessException ? e.getMessage() : e.toString();
    }
}
