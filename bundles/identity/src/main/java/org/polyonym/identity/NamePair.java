package org.polyonym.identity;

import java.util.List;

/**
 * Outcome for one combination of name sets.
 *
 * @param indexA position in the first record's names
 * @param indexB position in the second record's names
 * @param outcome class
 * @param rules rules that explain the difference
 * @param misused one of the names is a misused identity, so the pair is a hint and never a match
 */
public record NamePair(int indexA, int indexB, CategoryClass outcome, List<AppliedRule> rules, boolean misused) {
    /** Sorts the rules and drops doubles. */
    public NamePair {
        rules = rules.stream().distinct().sorted().toList();
    }

    boolean fits() {
        return outcome == CategoryClass.SAME || outcome == CategoryClass.SIMILAR;
    }
}
