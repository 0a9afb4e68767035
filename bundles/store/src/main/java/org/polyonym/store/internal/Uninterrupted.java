package org.polyonym.store.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs what an interruption must not meet, on a thread that nobody else knows. H2 sleeps while it waits for the lock of a
 * map; interrupted there in the middle of writing a commit, it closes the database for everybody.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Waits until the work has ended, and throws what it threw. An interruption meanwhile stays noted for the caller. */
    static void run(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread.ofVirtual().name("store-commit").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
