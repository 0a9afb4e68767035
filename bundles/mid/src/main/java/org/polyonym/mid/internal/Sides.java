package org.polyonym.mid.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.Records;
import org.polyonym.store.UnitOfWork;

/** Identity groups as they stand now; groups grow, merge and shrink behind a link. */
final class Sides {
    private final Records records;
    private final Predicate<OriginRecord> linkable;

    Sides(Records records, Predicate<OriginRecord> linkable) {
        this.records = records;
        this.linkable = linkable;
    }

    /** The group that holds the record; a record that no group names is a group of its own. Empty when it is gone or may not be linked. */
    Optional<Side> of(UnitOfWork uow, OriginRef record) {
        return records.find(uow, record)
                .filter(linkable)
                .map(found -> records.groupOf(record)
                        .map(Side::of)
                        .orElseGet(() -> new Side(new GroupRef(record.system(), record.recordId()), List.of(record))));
    }

    /** Where the data of an earlier side are now, its own group first; empty when none of its records is left. */
    Optional<Side> now(UnitOfWork uow, Side earlier) {
        List<Side> found = earlier.records().stream()
                .flatMap(record -> of(uow, record).stream())
                .toList();
        return found.stream()
                .filter(side -> side.group().equals(earlier.group()))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** The records of a side that still exist. */
    List<OriginRecord> load(UnitOfWork uow, Side side) {
        return side.records().stream()
                .flatMap(record -> records.find(uow, record).stream())
                .toList();
    }
}
