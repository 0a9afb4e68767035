package org.polyonym.sbms.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.store.Documents;

/** One gallery per origin system, made at first use. Thread-safe. */
final class Galleries {
    private final Documents documents;
    private final Map<SystemId, Gallery> bySystem = new ConcurrentHashMap<>();

    Galleries(Documents documents) {
        this.documents = documents;
    }

    List<Gallery.Snapshot> snapshots(Collection<SystemId> scope) {
        return scope.stream()
                .sorted((a, b) -> a.text().compareTo(b.text()))
                .map(s -> of(s).snapshot())
                .toList();
    }

    Optional<EnrolledRecord> record(OriginRef origin) {
        return of(origin.system()).record(origin);
    }

    private Gallery of(SystemId system) {
        return bySystem.computeIfAbsent(system, s -> new Gallery(documents, s));
    }
}
