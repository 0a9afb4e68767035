package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.polyonym.access.Caller;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source of one query. {@link #run} asks it on the calling thread; {@link #end} gives up from another. Exactly one
 * answer is handed over, whatever the connector does.
 */
final class SourceCall implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceCall.class);

    /** Who asks what, the same for all sources of the query. */
    record Asking(String queryId, Caller caller, SearchKeys keys, Instant deadline) {}

    private final Asking asking;
    private final SourceRight right;
    private final Optional<Source> source;
    private final InstantSource machineTime;
    private final Consumer<SourceAnswer> answers;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Instant deadline;
    private volatile Thread runner;

    SourceCall(
            Asking asking,
            SourceRight right,
            Optional<Source> source,
            InstantSource machineTime,
            Consumer<SourceAnswer> answers) {
        this.asking = asking;
        this.right = right;
        this.source = source;
        this.machineTime = machineTime;
        this.answers = answers;
        this.deadline = asking.deadline();
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        if (settled.get()) {
            return;
        }
        try {
            settle(answer());
        } catch (InterruptedException e) {
            end("interrupted");
        } catch (ConnectorFault e) {
            end(e.getMessage());
        } catch (ProblemException e) {
            end(e.type() + ": " + e.detail());
        } catch (Throwable foreign) { // code of anybody: linkage and stack errors are this source's failure, not ours
            end("the connector failed with " + foreign.getClass().getName());
        } finally {
            runner = null;
            Thread.interrupted(); // the thread goes back to the route; an interruption meant this call only
        }
    }

    /** Machine time by which this source must have answered; may come closer once the connector has told its limits. */
    Instant deadline() {
        return deadline;
    }

    boolean isSettled() {
        return settled.get();
    }

    /** Names the source unavailable if it has not answered, and interrupts it. */
    void end(String reason) {
        if (settle(SourceAnswer.unavailable(right.system(), reason))) {
            LOG.warn("source {} left out of query {}: {}", right.system(), asking.queryId(), reason);
            Thread late = runner;
            if (late != null && late != Thread.currentThread()) {
                late.interrupt();
            }
        }
    }

    private boolean settle(SourceAnswer answer) {
        boolean first = settled.compareAndSet(false, true);
        if (first) {
            answers.accept(answer);
        }
        return first;
    }

    private SourceAnswer answer() throws InterruptedException {
        Source present = source.orElseThrow(() -> new ConnectorFault("no connector is registered"));
        Description description = present.description(remaining().toMillis());
        if (!description.system().equals(right.system())) {
            throw new ConnectorFault("the connector describes another system than it is registered for");
        }
        SearchKeys keys = asking.keys().cutTo(both(right.searchable(), description.searchable()));
        if (!keys.selective()) {
            return SourceAnswer.of(right.system(), List.of());
        }
        return search(present, description, keys);
    }

    private SourceAnswer search(Source present, Description description, SearchKeys keys) {
        Instant own = machineTime.instant().plus(description.limits().timeout());
        deadline = own.isBefore(asking.deadline()) ? own : asking.deadline();
        int maxItems = description.limits().maxItems();
        ItemSink sink = new ItemSink(right.system(), maxItems, settled::get);
        if (!present.enter()) {
            throw new ConnectorFault("the connector is busy with as many searches as it can bear");
        }
        try {
            present.connector()
                    .search(
                            new ConnectorQuery(
                                    asking.queryId(),
                                    asking.caller(),
                                    keys.query(),
                                    keys.samples(),
                                    deadline,
                                    maxItems),
                            sink);
        } finally {
            present.leave();
        }
        return SourceAnswer.of(right.system(), sink.taken());
    }

    private Duration remaining() {
        Duration left = Duration.between(machineTime.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Set<SearchField> both(Set<SearchField> a, Set<SearchField> b) {
        Set<SearchField> both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }
}
