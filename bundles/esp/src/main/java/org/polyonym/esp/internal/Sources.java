package org.polyonym.esp.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polyonym.connector.Connector;
import org.polyonym.model.SystemId;

/** The connectors present, looked up per request; they come and go at any time. Thread-safe. */
final class Sources {
    /** Service property that names the system. */
    static final String SYSTEM = "system";

    private record Entry(Optional<SystemId> declared, Source source) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** A connector has come; {@code declared} is its service property, empty when it has none. */
    void add(Connector connector, Optional<SystemId> declared) {
        entries.add(new Entry(declared, Source.of(connector)));
    }

    void remove(Connector connector) {
        entries.removeIf(e -> e.source().connector() == connector);
    }

    /** The connector of a system; of several the one that came first, so that a newcomer cannot push it out. */
    Optional<Source> of(SystemId system) {
        return entries.stream()
                .filter(e -> e.declared()
                        .or(e.source()::system)
                        .filter(system::equals)
                        .isPresent())
                .map(Entry::source)
                .findFirst();
    }
}
