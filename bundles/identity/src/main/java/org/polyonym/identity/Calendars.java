package org.polyonym.identity;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.EthiopicCalendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.IslamicCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.PartialDate;

/**
 * Dates that stand for one day in different calendars (Annex II 3.2(b)). A stored date is Gregorian by its form; a
 * conversion is known when one side was copied from an Ethiopic or Julian document unconverted, or when both were
 * converted from one Hijri date by different Hijri calendars.
 */
final class Calendars {
    private static final TimeZone UTC = TimeZone.GMT_ZONE;

    /** The Ethiopic calendar is seven or eight years behind, the farthest of those known here. */
    private static final int MOST_YEARS_APART = 8;
    /** The Julian calendar was 12 days behind in 1850 and will be 14 in 2200. */
    private static final int MOST_JULIAN_DAYS = 14;
    /** Hijri calendars differ by the sighting of the moon. */
    private static final int MOST_HIJRI_DAYS = 3;

    private Calendars() {}

    /** The conversion that leads from one full date to the other, in words. */
    static Optional<String> conversion(PartialDate a, PartialDate b) {
        long apart = Math.abs(ChronoUnit.DAYS.between(day(a), day(b)));
        if (apart <= MOST_HIJRI_DAYS && (hijri(a).contains(b) || hijri(b).contains(a))) {
            return Optional.of("one Hijri date converted by two Hijri calendars");
        }
        if (apart <= MOST_JULIAN_DAYS
                && (read(julian(), a).contains(b) || read(julian(), b).contains(a))) {
            return Optional.of("Julian date taken for a Gregorian one");
        }
        boolean ethiopic = Math.abs(a.year() - b.year()) <= MOST_YEARS_APART
                && (read(ethiopic(), a).contains(b) || read(ethiopic(), b).contains(a));
        return ethiopic ? Optional.of("Ethiopic date taken for a Gregorian one") : Optional.empty();
    }

    /** Years of all dates that a conversion may lead to from a full date, its own included. */
    static Set<Integer> relatedYears(PartialDate date) {
        Set<Integer> years = new LinkedHashSet<>(Set.of(date.year()));
        if (date.isFull()) {
            years.add(day(date).minusDays(MOST_JULIAN_DAYS).getYear());
            years.add(day(date).plusDays(MOST_JULIAN_DAYS).getYear());
            read(ethiopic(), date).forEach(d -> years.add(d.year()));
            written(ethiopic(), date).forEach(d -> years.add(d.year()));
        }
        return years;
    }

    private static LocalDate day(PartialDate date) {
        return LocalDate.of(date.year(), date.month(), date.day());
    }

    private static EthiopicCalendar ethiopic() {
        return new EthiopicCalendar(UTC);
    }

    private static Set<PartialDate> read(Calendar calendar, PartialDate date) {
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(date.year(), date.month() - 1, date.day());
        try {
            return gregorian(calendar.getTime());
        } catch (IllegalArgumentException e) {
            return Set.of(); // the other calendar has no such day
        }
    }

    private static Set<PartialDate> written(Calendar calendar, PartialDate date) {
        calendar.setTime(instant(date));
        return part(calendar.get(Calendar.YEAR), calendar.get(Calendar.MONTH) + 1, calendar.get(Calendar.DATE));
    }

    private static Set<PartialDate> hijri(PartialDate date) {
        Set<PartialDate> out = new LinkedHashSet<>();
        for (IslamicCalendar.CalculationType from : IslamicCalendar.CalculationType.values()) {
            IslamicCalendar source = islamic(from);
            source.setTime(instant(date));
            for (IslamicCalendar.CalculationType to : IslamicCalendar.CalculationType.values()) {
                IslamicCalendar target = islamic(to);
                target.clear();
                target.set(source.get(Calendar.YEAR), source.get(Calendar.MONTH), source.get(Calendar.DATE));
                out.addAll(gregorian(target.getTime()));
            }
        }
        return out;
    }

    private static IslamicCalendar islamic(IslamicCalendar.CalculationType type) {
        IslamicCalendar calendar = new IslamicCalendar(UTC, ULocale.ROOT);
        calendar.setCalculationType(type);
        return calendar;
    }

    private static GregorianCalendar julian() {
        GregorianCalendar calendar = new GregorianCalendar(UTC);
        calendar.setGregorianChange(new Date(Long.MAX_VALUE));
        return calendar;
    }

    private static GregorianCalendar pureGregorian() {
        GregorianCalendar calendar = new GregorianCalendar(UTC);
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        return calendar;
    }

    private static Date instant(PartialDate date) {
        GregorianCalendar calendar = pureGregorian();
        calendar.clear();
        calendar.set(date.year(), date.month() - 1, date.day());
        return calendar.getTime();
    }

    private static Set<PartialDate> gregorian(Date day) {
        GregorianCalendar calendar = pureGregorian();
        calendar.setTime(day);
        return part(calendar.get(Calendar.YEAR), calendar.get(Calendar.MONTH) + 1, calendar.get(Calendar.DATE));
    }

    private static Set<PartialDate> part(int year, int month, int day) {
        boolean representable = month <= 12 && day <= YearMonth.of(year, month).lengthOfMonth();
        return representable ? Set.of(new PartialDate(year, month, day)) : Set.of();
    }
}
