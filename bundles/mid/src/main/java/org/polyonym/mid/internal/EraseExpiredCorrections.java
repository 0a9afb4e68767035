package org.polyonym.mid.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.time.DailyDuty;

/** Erases corrections whose year is over. */
@Component
public final class EraseExpiredCorrections implements DailyDuty {
    private static final int PAGE = 100;

    private final LinkStore store;
    private final Transactions transactions;

    /** Wires. */
    @Activate
    public EraseExpiredCorrections(@Reference LinkBook book, @Reference Transactions transactions) {
        this.store = book.store();
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "erase-expired-link-corrections";
    }

    @Override
    public void run(LocalDate today) {
        String after = "";
        for (List<Stored<Correction>> page = store.corrections(after, PAGE);
                !page.isEmpty();
                page = store.corrections(after, PAGE)) {
            page.stream().filter(stored -> expired(stored.value(), today)).forEach(this::erase);
            after = page.getLast().id();
        }
    }

    private static boolean expired(Correction correction, LocalDate today) {
        return !correction.validUntil().isAfter(today.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC));
    }

    private void erase(Stored<Correction> stored) {
        transactions.inTransaction(uow -> {
            store.eraseCorrection(uow, stored.id());
            return true;
        });
    }
}
