package org.polyonym.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verdict on the identity data of two records, reproducible from the rule-set version. Holds values: log only {@link
 * #logView()}.
 *
 * @param identityClass aggregate
 * @param categories one per category, in the order of the annexes
 * @param namePairs every combination of name sets, in order of indexes
 * @param best the combination that decided, empty when a record has no name
 * @param misusedHint a misused identity of one record fits a name of the other
 * @param ruleSet identifier of the rule set
 * @param ruleSetVersion version, a content hash of code version and tables
 */
public record IdentityVerdict(
        IdentityClass identityClass,
        List<CategoryComparison> categories,
        List<NamePair> namePairs,
        Optional<NamePair> best,
        boolean misusedHint,
        String ruleSet,
        String ruleSetVersion) {
    /** Copies the lists. */
    public IdentityVerdict {
        categories = List.copyOf(categories);
        namePairs = List.copyOf(namePairs);
    }

    /** Outcome of a category. */
    public CategoryComparison category(Category category) {
        return categories.get(category.ordinal());
    }

    /** Categories that could not be compared. */
    public List<Category> missing() {
        return categories.stream()
                .filter(c -> c.outcome() == CategoryClass.MISSING)
                .map(CategoryComparison::category)
                .toList();
    }

    /** Class and rule letters per category without any value of a person (R-SIM-02). */
    public Map<String, String> logView() {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("identity", identityClass.name());
        categories.forEach(c -> view.put(c.category().name(), c.logged()));
        view.put("misusedHint", String.valueOf(misusedHint));
        view.put("ruleSet", ruleSet);
        view.put("ruleSetVersion", ruleSetVersion);
        return view;
    }
}
