package org.polyonym.cir.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.NameKind;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** Cuts a record to the data that the individual file holds (IO 18(1)). Pure; immutable. */
final class Article18 {
    private record Row(Set<NameKind> names, boolean birthPlace, boolean birthCountry, Set<Modality> samples) {}

    private final Map<SystemId, Row> rows = new LinkedHashMap<>();

    /**
     * Reads the table {@code individual-file}.
     *
     * @throws IllegalArgumentException when a system has two rows
     */
    Article18(RuleTable table) {
        for (Map<String, String> cells : table.rows()) {
            Row row = new Row(
                    values(cells.get("names"), NameKind.class),
                    cells.get("birth_place").equals("YES"),
                    cells.get("birth_country").equals("YES"),
                    values(cells.get("samples"), Modality.class));
            if (rows.put(SystemId.of(cells.get("system")), row) != null) {
                throw new IllegalArgumentException("individual-file table has two rows for " + cells.get("system"));
            }
        }
    }

    /** Whether the repository holds data of the system at all; of SIS it does not. */
    boolean holds(SystemId system) {
        return rows.containsKey(system);
    }

    /** The part of the record that the file holds; empty for a system that is not in the repository. */
    Optional<Member> cut(OriginRecord record, GroupRef group) {
        return Optional.ofNullable(rows.get(record.ref().system()))
                .map(row -> new Member(
                        record.ref(),
                        group,
                        record.createdAt(),
                        identity(record.identity(), row),
                        record.documents(),
                        record.samples().stream()
                                .filter(sample -> row.samples().contains(sample.modality()))
                                .toList()));
    }

    private static IdentityData identity(IdentityData data, Row row) {
        return new IdentityData(
                data.names().stream()
                        .filter(name -> row.names().contains(name.kind()))
                        .toList(),
                data.birthDate(),
                row.birthPlace() ? data.birthPlace() : "",
                data.birthCountry().filter(country -> row.birthCountry()),
                data.sex(),
                data.nationalities());
    }

    private static <E extends Enum<E>> Set<E> values(String cell, Class<E> type) {
        List<String> names = cell.equals("-") ? List.of() : Arrays.asList(cell.split("\\|"));
        return names.stream().map(name -> Enum.valueOf(type, name)).collect(Collectors.toUnmodifiableSet());
    }
}
