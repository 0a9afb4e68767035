package org.polyonym.identity;

import java.util.ArrayList;
import java.util.List;
import org.polyonym.model.PartialDate;

/** Annex I 3.2 and Annex II 3.2. */
final class BirthDateRules {
    private BirthDateRules() {}

    static CategoryComparison compare(PartialDate a, PartialDate b) {
        if (!a.isFull() || !b.isFull()) {
            return contradict(a, b)
                    ? outcome(CategoryClass.DIFFERENT, List.of(), List.of("the known parts differ"), a, b)
                    : outcome(CategoryClass.MISSING, List.of(), List.of("missing or partial date of birth"), a, b);
        }
        if (a.equals(b)) {
            return isPlaceholder(a)
                    ? outcome(
                            CategoryClass.SIMILAR,
                            List.of(),
                            List.of("equal, but 1 January stands in for unknown"),
                            a,
                            b)
                    : outcome(CategoryClass.SAME, List.of(), List.of(), a, b);
        }
        List<AppliedRule> rules = rules(a, b);
        return outcome(rules.isEmpty() ? CategoryClass.DIFFERENT : CategoryClass.SIMILAR, rules, List.of(), a, b);
    }

    /** 1 January is what registers write when they know only the year (R-SIM-05). */
    static boolean isPlaceholder(PartialDate date) {
        return date.month() == 1 && date.day() == 1;
    }

    /** Whether what both know differs. */
    static boolean contradict(PartialDate a, PartialDate b) {
        return differ(a.year(), b.year()) || differ(a.month(), b.month()) || differ(a.day(), b.day());
    }

    private static boolean differ(int a, int b) {
        return a != 0 && b != 0 && a != b;
    }

    private static List<AppliedRule> rules(PartialDate a, PartialDate b) {
        List<AppliedRule> rules = new ArrayList<>();
        if (a.year() == b.year() && a.month() == b.day() && a.day() == b.month()) {
            rules.add(rule("a", "day and month exchanged"));
        }
        Calendars.conversion(a, b).ifPresent(how -> rules.add(rule("b", how)));
        if (Edits.oneEdit(a.text(), b.text())) {
            rules.add(rule("c", "one digit substituted"));
        }
        return rules;
    }

    private static AppliedRule rule(String letter, String how) {
        return AppliedRule.of(Category.BIRTH_DATE, letter, how);
    }

    private static CategoryComparison outcome(
            CategoryClass outcome, List<AppliedRule> rules, List<String> notes, PartialDate a, PartialDate b) {
        return CategoryComparison.of(Category.BIRTH_DATE, outcome, rules, notes, a.text(), b.text());
    }
}
