package org.polyonym.time;

import java.time.LocalDate;

/**
 * Work that the law asks for by the calendar: retention, reviews. Registered as a service by whoever has such work; run by
 * the {@code run-daily} route once per legal day, and idempotent.
 */
public interface DailyDuty {
    /** Verb phrase, e.g. {@code erase-expired-records-eurodac}. */
    String name();

    /** Does what is due on that legal day or earlier. */
    void run(LocalDate today);
}
