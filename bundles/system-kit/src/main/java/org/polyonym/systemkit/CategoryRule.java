package org.polyonym.systemkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of {@code categories}: what a category of records must hold and how long it is kept.
 *
 * @param category the system's own category
 * @param article legal basis of the category
 * @param mandatory fields that must be there
 * @param retention periods in order; the first whose start is known counts
 * @param printsFromAge age in years from which fingerprints may be taken
 */
record CategoryRule(
        String category, String article, Set<String> mandatory, List<Storage> retention, int printsFromAge) {
    /** The period starts with the day of entry. */
    static final String FROM_ENTRY = "ENTRY";

    /** A period of storage and the attribute whose date starts it. */
    record Storage(String from, Period period) {
        static Storage of(String cell) {
            int colon = cell.indexOf(':');
            return new Storage(cell.substring(0, Math.max(colon, 0)), Period.parse(cell.substring(colon + 1)));
        }

        Optional<LocalDate> until(LocalDate entry, Map<String, String> attributes) {
            Optional<LocalDate> start = from.equals(FROM_ENTRY)
                    ? Optional.of(entry)
                    : Optional.ofNullable(attributes.get(from)).map(LocalDate::parse);
            return start.map(day -> day.plus(period));
        }
    }

    static CategoryRule of(Map<String, String> row) {
        CategoryRule rule = new CategoryRule(
                row.get("category"),
                row.get("article"),
                TableRows.words(row.get("mandatory")),
                Stream.of(row.get("retention").split(" "))
                        .filter(cell -> !cell.isEmpty())
                        .map(Storage::of)
                        .toList(),
                Integer.parseInt(row.get("prints_from_age")));
        Content.requireKnown("categories", rule.mandatory());
        return rule;
    }

    /** Last day of storage. The attributes have passed the quality gate, so their dates can be read. */
    Optional<LocalDate> retentionUntil(Instant createdAt, Map<String, String> attributes) {
        LocalDate entry = LocalDate.ofInstant(createdAt, ZoneOffset.UTC);
        return retention.stream()
                .flatMap(storage -> storage.until(entry, attributes).stream())
                .findFirst();
    }
}
