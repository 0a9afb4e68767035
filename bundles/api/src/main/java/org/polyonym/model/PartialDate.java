package org.polyonym.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * A date of birth with what is known of it. Unknown month or day is 0, as in {@code 1988-00-00}; the year is always known
 * (0 stands for a wholly unknown date). Years from 1850 to 2200.
 */
public record PartialDate(int year, int month, int day) implements TextValue {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;
    /** Nothing is known. */
    public static final PartialDate UNKNOWN = new PartialDate(0, 0, 0);

    /** Refuses dates that no calendar has. */
    public PartialDate {
        boolean unknown = year == 0 && month == 0 && day == 0;
        boolean yearOnly = month == 0 && day == 0;
        boolean noDay = month >= 1 && month <= 12 && day == 0;
        boolean full = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(Math.max(year, 1), month).lengthOfMonth();
        boolean yearFits = year >= FIRST_YEAR && year <= LAST_YEAR;
        if (!unknown && !(yearFits && (yearOnly || noDay || full))) {
            throw ProblemException.of(ProblemType.IMPOSSIBLE_DATE, "no calendar has this date");
        }
    }

    /** Reads {@code YYYY-MM-DD}. */
    public static PartialDate of(String text) {
        Matcher m = FORM.matcher(text == null ? "" : text);
        if (!m.matches()) {
            throw ProblemException.of(ProblemType.IMPOSSIBLE_DATE, "a date is written YYYY-MM-DD");
        }
        return new PartialDate(
                Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    }

    /** Whether year, month and day are all known. */
    public boolean isFull() {
        return day != 0;
    }

    /** The calendar date when it is fully known. */
    public Optional<LocalDate> toLocalDate() {
        return isFull() ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    @Override
    public String text() {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    @Override
    public String toString() {
        return text();
    }
}
