package org.polyonym.esp.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polyonym.connector.Connector;
import org.polyonym.model.SystemId;

/** The connectors present, looked up per request; they come and go at any time. Thread-safe. */
final class Sources {
    /** Service property that names the system. */
    static final String SYSTEM = "system";

    private static final String RANKING = "service.ranking";
    private static final String ID = "service.id";
    /** As OSGi orders services: the highest ranking first, of equals the oldest. */
    private static final Comparator<Entry> ORDER =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::serviceId);

    private record Entry(Optional<SystemId> declared, int ranking, long serviceId, Source source) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** A connector has come, with its service properties. */
    void add(Connector connector, Map<String, ?> properties) {
        Optional<SystemId> declared =
                Optional.ofNullable(properties.get(SYSTEM)).map(s -> SystemId.of(s.toString()));
        entries.add(new Entry(
                declared,
                number(properties, RANKING).intValue(),
                number(properties, ID).longValue(),
                Source.of(connector)));
    }

    private static Number number(Map<String, ?> properties, String key) {
        return properties.get(key) instanceof Number n ? n : 0;
    }

    void remove(Connector connector) {
        entries.removeIf(e -> e.source().connector() == connector);
    }

    /** The connector of a system. */
    Optional<Source> of(SystemId system) {
        return entries.stream()
                .filter(e -> e.declared()
                        .or(e.source()::system)
                        .filter(system::equals)
                        .isPresent())
                .min(ORDER)
                .map(Entry::source);
    }
}
