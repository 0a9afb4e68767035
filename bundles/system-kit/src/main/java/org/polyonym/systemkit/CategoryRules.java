package org.polyonym.systemkit;

import java.util.HashMap;
import java.util.Map;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.RuleTable;

/** The categories of one system; a category listed twice stops the start; without a row the system takes nothing (an edition before it existed). */
final class CategoryRules {
    private final Map<String, CategoryRule> byName = new HashMap<>();

    CategoryRules(RuleBook rules, SystemId system) {
        RuleTable table = rules.table("categories");
        for (Map<String, String> row : TableRows.of(table, system)) {
            CategoryRule rule = CategoryRule.of(row);
            if (byName.put(rule.category(), rule) != null) {
                throw new IllegalArgumentException("categories: " + system + " " + rule.category() + " twice");
            }
        }
    }

    CategoryRule require(String category) {
        CategoryRule rule = byName.get(category);
        if (rule == null) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE,
                    "category",
                    "one of " + byName.keySet().stream().sorted().toList());
        }
        return rule;
    }

    boolean knows(String category) {
        return byName.containsKey(category);
    }
}
