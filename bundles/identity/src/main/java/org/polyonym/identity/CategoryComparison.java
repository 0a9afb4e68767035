package org.polyonym.identity;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Outcome of one category with the reasons, and the values for entitled officers (R-SIM-04).
 *
 * @param category which
 * @param outcome class
 * @param article Annex I for SAME, else Annex II
 * @param rules every rule that explains the difference, in order
 * @param notes remarks in words, without personal data
 * @param valueA compared value of the first record
 * @param valueB compared value of the second record
 */
public record CategoryComparison(
        Category category,
        CategoryClass outcome,
        String article,
        List<AppliedRule> rules,
        List<String> notes,
        String valueA,
        String valueB) {
    /** Copies the lists. */
    public CategoryComparison {
        rules = rules.stream().distinct().sorted().toList();
        notes = List.copyOf(notes);
    }

    static CategoryComparison of(
            Category category, CategoryClass outcome, List<AppliedRule> rules, List<String> notes, String a, String b) {
        String annex = outcome == CategoryClass.SAME ? "I " : "II ";
        return new CategoryComparison(
                category, outcome, "(EU) 2023/333 Annex " + annex + category.section(), rules, notes, a, b);
    }

    /** Class and rule letters such as {@code SIMILAR(e)}: what may be logged (R-SIM-02). */
    public String logged() {
        String letters = rules.stream().map(AppliedRule::letter).distinct().collect(Collectors.joining(","));
        return letters.isEmpty() ? outcome.name() : outcome + "(" + letters + ")";
    }
}
