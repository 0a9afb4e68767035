package org.polyonym.sis.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.polyonym.rules.RuleBook;

/** Which person alerts two Member States may hold at once, and which of two prevails (R-SIS-05, R-SIS-24). */
final class AlertCompatibility {
    private final Map<Set<String>, Boolean> compatible = new HashMap<>();
    private final List<String> byPriority = new ArrayList<>();

    /** Reads the tables; a pair missing or listed twice stops the start. */
    AlertCompatibility(RuleBook rules) {
        Set<String> categories = new TreeSet<>();
        for (Map<String, String> row : rules.table("compatibility").rows()) {
            Set<String> pair = pair(row.get("category_a"), row.get("category_b"));
            categories.addAll(pair);
            if (compatible.put(pair, row.get("compatible").equals("yes")) != null) {
                throw new IllegalArgumentException("compatibility: " + pair + " twice");
            }
        }
        rules.table("alert-priority").rows().stream()
                .map(row -> row.get("category"))
                .forEach(byPriority::add);
        for (String a : categories) {
            for (String b : categories) {
                if (!compatible.containsKey(pair(a, b))) {
                    throw new IllegalArgumentException("compatibility: no row for " + pair(a, b));
                }
            }
            if (byPriority.stream().filter(a::equals).count() != 1) {
                throw new IllegalArgumentException("alert-priority: " + a + " must stand there once");
            }
        }
    }

    private static Set<String> pair(String a, String b) {
        return new TreeSet<>(List.of(a, b));
    }

    /** Whether alerts of this category are about a known person and so need the check. */
    boolean concerns(String category) {
        return compatible.containsKey(pair(category, category));
    }

    boolean compatible(String a, String b) {
        return compatible.getOrDefault(pair(a, b), true);
    }

    String prevailing(String a, String b) {
        return byPriority.indexOf(a) <= byPriority.indexOf(b) ? a : b;
    }
}
