package org.polyonym.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The time that law counts by: retention, deadlines, time stamps of records. It may be virtual in demonstration, test and
 * simulation. Leases, time-outs and token expiry use machine time instead. Thread-safe; may be replaced while in use by
 * one with a higher service ranking.
 */
public interface LegalClock {
    /** The legal instant. */
    Instant now();

    /** The legal date in UTC. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** Whether the time is virtual; every report then says so. */
    boolean virtual();
}
