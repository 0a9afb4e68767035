package org.polyonym.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;

/** Calls into a connector as the portal makes them: on a thread that may be given up, whatever the connector does. */
public final class Call {
    /** How long a search may go on after its deadline, for threads that had to wait for a processor. */
    public static final Duration TOLERANCE = Duration.ofSeconds(1);
    /** How long a call may go on after it was interrupted. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    /**
     * What became of a search.
     *
     * @param items what the sink took
     * @param thrown what came out of the call, if anything
     * @param inTime whether it returned without being interrupted
     * @param returned whether it returned at all
     * @param offered how often the sink was called
     */
    public record Outcome(List<Item> items, Optional<Throwable> thrown, boolean inTime, boolean returned, int offered) {
        /** What was found by a search that had to succeed. */
        public List<Item> expectAnswer() {
            if (!inTime) {
                throw new AssertionError("the search does not return by its deadline: it must look at query.deadline()"
                        + " and give up in time");
            }
            thrown.ifPresent(t -> {
                throw new AssertionError(
                        "the search threw " + t.getClass().getName() + " (" + t.getMessage()
                                + "): answer a query that fits nothing with no items, and throw only when the system"
                                + " behind cannot be asked",
                        t);
            });
            return items;
        }
    }

    private Call() {}

    /** Searches; interrupts soon after the deadline. */
    public static Outcome search(Connector connector, ConnectorQuery query, Sink sink) {
        Duration left = Duration.between(Instant.now(), query.deadline());
        return search(connector, query, sink, (left.isNegative() ? Duration.ZERO : left).plus(TOLERANCE));
    }

    /** Searches, and interrupts at once. */
    public static Outcome interrupted(Connector connector, ConnectorQuery query, Sink sink) {
        return search(connector, query, sink, Duration.ZERO);
    }

    private static Outcome search(Connector connector, ConnectorQuery query, Sink sink, Duration patience) {
        FutureTask<Void> task = new FutureTask<>(() -> connector.search(query, sink), null);
        Thread thread = start(task, connector);
        boolean inTime = ends(task, patience);
        if (!inTime) {
            thread.interrupt();
        }
        boolean returned = inTime || ends(task, GRACE);
        Optional<Throwable> thrown = returned ? thrown(task).filter(t -> !sink.threw(t)) : Optional.empty();
        return new Outcome(sink.items(), thrown, inTime, returned, sink.offered());
    }

    /** Any other call, within that time; the answer, or an assertion error that says what was too slow or thrown. */
    public static <T> T within(Duration time, String what, Connector connector, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = start(task, connector);
        if (!ends(task, time)) {
            thread.interrupt();
            throw new AssertionError(what + " takes longer than " + time.toMillis() + " ms: answer from memory");
        }
        thrown(task).ifPresent(t -> {
            throw new AssertionError(what + " threw " + t.getClass().getName() + " (" + t.getMessage() + ")", t);
        });
        return task.resultNow();
    }

    /** The bundle's class loader is the context of the call, so that threads it leaves behind can be told from others. */
    private static Thread start(FutureTask<?> task, Connector connector) {
        Thread thread = new Thread(task, "connector-call");
        thread.setDaemon(true);
        thread.setContextClassLoader(connector.getClass().getClassLoader());
        thread.start();
        return thread;
    }

    private static boolean ends(FutureTask<?> task, Duration within) {
        try {
            task.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the kit was interrupted", e);
        }
    }

    private static Optional<Throwable> thrown(FutureTask<?> ended) {
        return ended.state() == Future.State.FAILED ? Optional.of(ended.exceptionNow()) : Optional.empty();
    }
}
