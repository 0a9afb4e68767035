package org.polyonym.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.polyonym.grid.Grid;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose turn it is to do the daily duties: one node's at a time, by a row in the store. A node that is gone or takes too long
 * loses its turn; duties are idempotent, so two at once would only waste work and meet version conflicts.
 */
final class DailyTurn {
    /** Longest turn, in machine time. */
    static final Duration LEASE = Duration.ofMinutes(10);
    /** Longest wait for the turn of another node. */
    static final Duration WAIT = Duration.ofSeconds(60);

    /** Whose turn it is, and until when. */
    record Holder(String memberId, Instant until) {}

    private static final DocumentType<Holder> TYPE = new DocumentType<>("daily-turn", Holder.class);
    private static final String ID = "turn";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(DailyTurn.class);

    private final Transactions transactions;
    private final Documents documents;
    private final Grid grid;
    private final InstantSource machineTime;

    DailyTurn(Transactions transactions, Documents documents, Grid grid, InstantSource machineTime) {
        this.transactions = transactions;
        this.documents = documents;
        this.grid = grid;
        this.machineTime = machineTime;
    }

    /** Does the work when it is this node's turn; returns when there is none left, whoever did it. */
    void take(BooleanSupplier due, Runnable work) {
        Instant deadline = machineTime.instant().plus(WAIT);
        while (due.getAsBoolean()) {
            if (!grid.majority()) {
                throw ProblemException.of(ProblemType.NO_MAJORITY, "daily duties are done by a majority of nodes only");
            }
            if (taken()) {
                try {
                    work.run();
                } finally {
                    giveBack();
                }
                return;
            }
            if (machineTime.instant().isAfter(deadline)) {
                throw ProblemException.of(
                        ProblemType.COMPONENT_UNAVAILABLE, "another node is still doing the daily duties");
            }
            pause();
        }
    }

    private boolean taken() {
        try {
            return transactions.inTransaction(uow -> {
                Optional<Stored<Holder>> held = documents.get(uow, TYPE, ID);
                if (held.map(Stored::value).filter(this::stands).isPresent()) {
                    return false;
                }
                Holder own = new Holder(grid.self().id(), machineTime.instant().plus(LEASE));
                documents.put(uow, TYPE, ID, held.map(Stored::version).orElse(0L), own, List.of());
                return true;
            });
        } catch (ProblemException e) {
            if (e.type() == ProblemType.VERSION_CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private boolean stands(Holder holder) {
        boolean another = !holder.memberId().equals(grid.self().id());
        boolean here = grid.members().stream().anyMatch(each -> each.id().equals(holder.memberId()));
        return another && here && holder.until().isAfter(machineTime.instant());
    }

    private void giveBack() {
        try {
            transactions.inTransaction(uow -> documents
                    .get(uow, TYPE, ID)
                    .filter(held -> held.value().memberId().equals(grid.self().id()))
                    .map(held -> documents.delete(uow, TYPE, ID)));
        } catch (ProblemException e) {
            LOG.warn(
                    "the turn of the daily duties was not given back: {}",
                    e.type().code());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.causedBy(
                    ProblemType.COMPONENT_UNAVAILABLE, "interrupted while another node does the daily duties", e);
        }
    }
}
