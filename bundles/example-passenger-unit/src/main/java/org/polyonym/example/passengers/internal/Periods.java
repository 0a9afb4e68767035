package org.polyonym.example.passengers.internal;

import java.time.LocalDate;
import java.time.Period;

/** Periods of Directive (EU) 2016/681 Art 12. Pure. */
final class Periods {
    private static final Period KEPT = Period.ofYears(5);
    private static final Period OPEN = Period.ofMonths(6);

    private Periods() {}

    /** Whether the record must be erased (Art 12(1), (4)). */
    static boolean over(LocalDate received, LocalDate today) {
        return !today.isBefore(received.plus(KEPT));
    }

    /** Whether names and document are masked (Art 12(2)). */
    static boolean masked(LocalDate received, LocalDate today) {
        return !today.isBefore(received.plus(OPEN));
    }
}
