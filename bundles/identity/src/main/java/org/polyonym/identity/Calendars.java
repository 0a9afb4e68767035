package org.polyonym.identity;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.EthiopicCalendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.IslamicCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.YearMonth;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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

    private Calendars() {}

    /** The conversion that leads from one date to the other, in words. */
    static Optional<String> conversion(PartialDate a, PartialDate b) {
        if (Math.abs(a.year() - b.year()) > MOST_YEARS_APART) {
            return Optional.empty();
        }
        return readings(a).entrySet().stream()
                .filter(e -> e.getValue().contains(b))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> readings(b).entrySet().stream()
                        .filter(e -> e.getValue().contains(a))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /** Gregorian dates that a full date may stand for, in both directions, without itself. */
    static Set<PartialDate> related(PartialDate date) {
        Set<PartialDate> out = new LinkedHashSet<>();
        if (date.isFull()) {
            readings(date).values().forEach(out::addAll);
            out.addAll(written(new EthiopicCalendar(UTC), date));
            out.addAll(written(julian(), date));
        }
        out.remove(date);
        return out;
    }

    private static Map<String, Set<PartialDate>> readings(PartialDate date) {
        Map<String, Set<PartialDate>> out = new LinkedHashMap<>();
        out.put("Ethiopic date taken for a Gregorian one", read(new EthiopicCalendar(UTC), date));
        out.put("Julian date taken for a Gregorian one", read(julian(), date));
        out.put("one Hijri date converted by two Hijri calendars", hijri(date));
        return out;
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
