package org.polyonym.systemkit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.RuleTable;

/**
 * Business attributes of one system. Column {@code allowed}: {@code text}, {@code date}, {@code record} (a reference),
 * {@code A|B} (one of) or {@code A|B+} (one or more, separated by commas).
 */
final class AttributeRules {
    /** Longest attribute value, in characters. */
    static final int MAX_LENGTH = 1_000;

    private record Row(String category, String name, boolean mandatory, String allowed, Predicate<String> test) {}

    private final List<Row> rows = new ArrayList<>();

    AttributeRules(RuleBook rules, SystemId system, CategoryRules categories) {
        RuleTable table = rules.table("attributes");
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : TableRows.of(table, system)) {
            String category = row.get("category");
            if (!category.equals(TableRows.ANY) && !categories.knows(category)) {
                throw new IllegalArgumentException("attributes: " + system + " has no category " + category);
            }
            if (!seen.add(category + "/" + row.get("attribute"))) {
                throw new IllegalArgumentException(
                        "attributes: " + system + " " + category + " " + row.get("attribute") + " twice");
            }
            String allowed = row.get("allowed");
            rows.add(new Row(
                    category,
                    row.get("attribute"),
                    TableRows.yes(table, row.get("mandatory")),
                    allowed,
                    test(allowed)));
        }
    }

    void check(String category, Map<String, String> attributes) {
        List<Row> mine =
                rows.stream().filter(r -> TableRows.fits(r.category, category)).toList();
        for (Row row : mine) {
            if (row.mandatory && attributes.getOrDefault(row.name, "").isBlank()) {
                throw ProblemException.ofField(
                        ProblemType.MISSING_FIELD, "attributes/" + row.name, "mandatory for " + category);
            }
        }
        attributes.forEach((name, value) -> checkValue(mine, name, value));
    }

    private static void checkValue(List<Row> mine, String name, String value) {
        Row row = mine.stream()
                .filter(r -> r.name.equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofField(
                        ProblemType.UNKNOWN_FIELD, "attributes", "the category has no such attribute"));
        String field = "attributes/" + row.name;
        if (value.length() > MAX_LENGTH) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, field, "at most 1,000 characters");
        }
        if (!row.test.test(value)) {
            ProblemType type = row.allowed.equals("date") ? ProblemType.IMPOSSIBLE_DATE : ProblemType.INVALID_VALUE;
            throw ProblemException.ofField(type, field, "allowed: " + row.allowed);
        }
    }

    private static Predicate<String> test(String allowed) {
        return switch (allowed) {
            case "text" -> value -> !value.isBlank();
            case "date" -> AttributeRules::isDate;
            case "record" -> AttributeRules::isRecord;
            default -> list(allowed);
        };
    }

    private static Predicate<String> list(String allowed) {
        boolean many = allowed.endsWith("+");
        String codes = many ? allowed.substring(0, allowed.length() - 1) : allowed;
        String one = "(?:" + codes + ")";
        return Pattern.compile(many ? one + "(?:," + one + ")*" : one).asMatchPredicate();
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isRecord(String value) {
        try {
            OriginRef.of(value);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
