package org.polyonym.outbox.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.LegalClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every duty once per legal day and remembers that in the store, so that a restart, another node or a duty that
 * arrives at noon makes no difference. A duty that fails is tried again at the next call. Thread-safe.
 */
final class DailyDuties {
    /** The last legal day for which a duty was done. */
    record Done(LocalDate day) {}

    private static final DocumentType<Done> TYPE = new DocumentType<>("daily-duty", Done.class);
    private static final Logger LOG = LoggerFactory.getLogger(DailyDuties.class);

    private final Transactions transactions;
    private final Documents documents;
    private final Supplier<LegalClock> clock;
    private final Supplier<? extends Collection<DailyDuty>> duties;
    private final DailyTurn turn;

    DailyDuties(
            Transactions transactions,
            Documents documents,
            Supplier<LegalClock> clock,
            Supplier<? extends Collection<DailyDuty>> duties,
            DailyTurn turn) {
        this.transactions = transactions;
        this.documents = documents;
        this.clock = clock;
        this.duties = duties;
        this.turn = turn;
    }

    /**
     * Runs what is due for the day that the clock shows, or waits until another node has.
     *
     * @throws ProblemException INTERNAL naming the duties that failed, after all others have run; NO_MAJORITY;
     *     COMPONENT_UNAVAILABLE when another node has not done them within {@link DailyTurn#WAIT}
     */
    synchronized void catchUp() {
        LocalDate today = clock.get().today();
        turn.take(() -> anyDue(today), () -> runDue(today));
    }

    private boolean anyDue(LocalDate today) {
        return duties.get().stream().anyMatch(duty -> isDue(duty, today));
    }

    private void runDue(LocalDate today) {
        List<String> failed = duties.get().stream()
                .sorted(Comparator.comparing(DailyDuty::name))
                .filter(duty -> isDue(duty, today) && !runs(duty, today))
                .map(DailyDuty::name)
                .toList();
        if (!failed.isEmpty()) {
            throw ProblemException.of(ProblemType.INTERNAL, "daily duties failed: " + String.join(", ", failed));
        }
    }

    private boolean isDue(DailyDuty duty, LocalDate today) {
        return documents
                .get(TYPE, duty.name())
                .map(done -> done.value().day().isBefore(today))
                .orElse(true);
    }

    private boolean runs(DailyDuty duty, LocalDate today) {
        try {
            duty.run(today);
            remember(duty, today);
            return true;
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn(
                    "daily duty {} failed with {}",
                    duty.name(),
                    failure.getClass().getName());
            LOG.debug("daily duty {}", duty.name(), failure);
            return false;
        }
    }

    private void remember(DailyDuty duty, LocalDate today) {
        transactions.inTransaction(uow -> {
            Optional<Stored<Done>> before = documents.get(uow, TYPE, duty.name());
            long version = before.map(Stored::version).orElse(0L);
            return documents.put(uow, TYPE, duty.name(), version, new Done(today), List.of());
        });
    }
}
