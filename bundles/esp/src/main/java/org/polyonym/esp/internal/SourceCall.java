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
import java.util.function.Supplier;
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

    /** Most items that one source's answer may have, whatever it declares. */
    static final int MAX_ITEMS = 1_000;
    /** Statuses of problems by which a source says that it may not, or cannot at the moment, answer: no breach. */
    private static final Set<Integer> REFUSALS = Set.of(403, 409, 422, 503, 504);

    /** Who asks what, the same for all sources of the query; a trial also asks a source in quarantine. */
    record Asking(String queryId, Caller caller, SearchKeys keys, Instant deadline, boolean trial) {
        /** For an official or a component. */
        Asking(String queryId, Caller caller, SearchKeys keys, Instant deadline) {
            this(queryId, caller, keys, deadline, false);
        }
    }

    /** A connector is late, and to blame for it, only when it had so long or as long as it claims to need. */
    static final Duration FAIR_TIME = Duration.ofSeconds(2);

    private final Asking asking;
    private final SourceRight right;
    private final Supplier<Optional<Source>> lookup;
    private final InstantSource machineTime;
    private final Consumer<SourceAnswer> answers;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Instant deadline;
    private volatile Thread runner;
    private volatile Source asked;
    private volatile boolean fairTime;
    private volatile boolean refused;

    SourceCall(
            Asking asking,
            SourceRight right,
            Supplier<Optional<Source>> lookup,
            InstantSource machineTime,
            Consumer<SourceAnswer> answers) {
        this.asking = asking;
        this.right = right;
        this.lookup = lookup;
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
            e.breach().ifPresent(breach -> blame(breach, e.getMessage()));
            end(e.getMessage());
        } catch (ProblemException e) {
            refused = REFUSALS.contains(e.type().status());
            if (!refused) {
                blameUnlessLate(Breach.THREW, "it failed with " + e.type());
            }
            end(e.type() + ": " + e.detail());
        } catch (Throwable foreign) { // code of anybody: linkage and stack errors are this source's failure, not ours
            String what = "the connector failed with " + foreign.getClass().getName();
            blameUnlessLate(Faults.of(foreign), what);
            end(what);
        } finally {
            runner = null;
            Thread.interrupted(); // the thread goes back to the route; an interruption meant this call only
        }
    }

    private void blame(Breach breach, String what) {
        Source source = asked;
        if (source != null) {
            source.breach(breach, what);
        }
    }

    /** Who is interrupted may well throw. */
    private void blameUnlessLate(Breach breach, String what) {
        if (breach.weight() != Breach.Weight.SEVERAL || !settled.get()) {
            blame(breach, what);
        }
    }

    /** Whether the one to be asked is not the platform's own. */
    boolean asksAgency() {
        return lookup.get().filter(source -> !source.platforms()).isPresent();
    }

    /** Machine time by which this source must have answered; may come closer once the connector has told its limits. */
    Instant deadline() {
        return deadline;
    }

    boolean isSettled() {
        return settled.get();
    }

    /** Whether the source itself said, in good form, that it may not or cannot answer. */
    boolean refused() {
        return refused;
    }

    /** Its time is over: names it unavailable, interrupts it, and blames it if it had enough time. */
    void late() {
        if (end("no answer in time") && fairTime) {
            blame(Breach.LATE, "it does not answer in time");
        }
    }

    /** Names the source unavailable if it has not answered, and interrupts it; whether it had not. */
    boolean end(String reason) {
        boolean first = settle(SourceAnswer.unavailable(right.system(), reason));
        if (first) {
            LOG.warn("source {} left out of query {}: {}", right.system(), asking.queryId(), reason);
            Thread late = runner;
            if (late != null && late != Thread.currentThread()) {
                late.interrupt();
            }
        }
        return first;
    }

    private boolean settle(SourceAnswer answer) {
        boolean first = settled.compareAndSet(false, true);
        if (first) {
            answers.accept(answer);
        }
        return first;
    }

    /** Asks; a source that was retired just now is not asked, but its successor. */
    private SourceAnswer answer() throws Exception {
        while (true) {
            Source present = lookup.get().orElseThrow(() -> ConnectorFault.blameless("no connector is registered"));
            try {
                return answer(present);
            } catch (Source.Retired e) {
                LOG.debug("source {} was replaced while query {} came in", right.system(), asking.queryId());
            }
        }
    }

    private SourceAnswer answer(Source present) throws Exception {
        if (!asking.trial()) {
            present.barred().ifPresent(reason -> {
                throw ConnectorFault.blameless(reason);
            });
        }
        Description description = present.description(remaining().toMillis());
        asked = present;
        if (!description.system().equals(right.system())) {
            throw ConnectorFault.of(
                    Breach.WRONG_DESCRIPTION, "the connector describes another system than it is registered for");
        }
        SearchKeys keys = asking.keys().cutTo(both(right.searchable(), description.searchable()));
        if (!keys.selective()) {
            return SourceAnswer.of(right.system(), List.of());
        }
        return search(present, description, keys);
    }

    private SourceAnswer search(Source present, Description description, SearchKeys keys) throws Exception {
        Instant now = machineTime.instant();
        Duration claimed = description.limits().timeout();
        Instant own = now.plus(claimed);
        deadline = own.isBefore(asking.deadline()) ? own : asking.deadline();
        Duration given = Duration.between(now, deadline);
        fairTime = given.compareTo(claimed) >= 0 || given.compareTo(FAIR_TIME) >= 0 || asking.trial();
        int maxItems = Math.min(description.limits().maxItems(), MAX_ITEMS);
        ItemSink sink = new ItemSink(right.system(), maxItems, settled::get);
        ConnectorQuery query =
                new ConnectorQuery(asking.queryId(), asking.caller(), keys.query(), keys.samples(), deadline, maxItems);
        try {
            present.search(deadline, () -> {
                present.connector().search(query, sink);
                return null;
            });
        } catch (ConnectorFault | Source.Retired e) {
            throw e;
        } catch (Exception foreign) { // perhaps the sink's own fault in a wrapping of the connector
            throw sink.fault().<Exception>map(f -> f).orElse(foreign);
        }
        SourceAnswer answer = SourceAnswer.of(right.system(), Declared.only(description.categories(), sink.taken()));
        if (!settled.get() && !asking.trial()) {
            present.answeredWell();
        }
        return answer;
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
