package org.polyonym.esp.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polyonym.esp.ConnectorState;
import org.polyonym.esp.ConnectorState.Condition;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connectors present, looked up per request; they come and go at any time. Thread-safe. */
final class Sources {
    /** Service property that names the system. */
    static final String SYSTEM = "system";

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    private static final String RANKING = "service.ranking";
    private static final String ID = "service.id";
    /** As OSGi orders services, the highest ranking first, of equals the oldest; but of agencies' the last admitted. */
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::rank)
            .reversed()
            .thenComparing(Comparator.comparingLong(Entry::admission).reversed())
            .thenComparingLong(Entry::serviceId);

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Map<Long, Admission> admissions = new ConcurrentHashMap<>();
    private final InstantSource machineTime;
    private final ConductChanges changes;

    /** Whose the connector is: a bundle of the platform, or of an agency. */
    record Owner(long bundleId, String bundle, String version, boolean agency) {
        /** Whether it is a bundle of the platform itself. */
        boolean platforms() {
            return !agency && bundle.startsWith("org.polyonym.");
        }
    }

    /** An agency's bundle is asked for this system; of two, the one with the higher number. */
    private record Admission(SystemId system, long number) {}

    private final class Entry {
        private final Owner owner;
        private final Map<String, ?> properties;
        private final Optional<SystemId> declared;
        private final Source source;

        Entry(Owner owner, Handle handle, Map<String, ?> properties) {
            this.owner = owner;
            this.properties = properties;
            this.declared = declared(properties.get(SYSTEM));
            this.source = Source.of(handle, machineTime, changes, owner.platforms());
        }

        /** The system it is asked for; an agency is believed neither its property nor its ranking. */
        Optional<SystemId> system() {
            if (owner.agency()) {
                return Optional.ofNullable(admissions.get(owner.bundleId())).map(Admission::system);
            }
            return declared.or(source::system);
        }

        private static Optional<SystemId> declared(Object property) {
            try {
                return Optional.ofNullable(property).map(text -> SystemId.of(text.toString()));
            } catch (ProblemException e) {
                LOG.warn("a connector declares a system in a form that no system has");
                return Optional.empty();
            }
        }

        int rank() {
            return owner.agency() ? 0 : number(RANKING).intValue();
        }

        long admission() {
            Admission admission = admissions.get(owner.bundleId());
            return admission == null ? 0 : admission.number();
        }

        long serviceId() {
            return number(ID).longValue();
        }

        private Number number(String key) {
            return properties.get(key) instanceof Number n ? n : 0;
        }

        ConnectorState state() {
            Conduct conduct = source.conduct();
            return new ConnectorState(
                    owner.bundleId(),
                    owner.bundle(),
                    owner.version(),
                    system().or(source::system),
                    condition(conduct),
                    conduct.reason(),
                    !conduct.held(),
                    conduct.since(),
                    source.inside());
        }

        private Condition condition(Conduct conduct) {
            if (source.retired()) {
                return Condition.DRAINING;
            }
            return switch (conduct.standing()) {
                case QUARANTINED -> Condition.QUARANTINED;
                case DOWN -> Condition.DOWN;
                case SUSPECT -> Condition.SUSPECT;
                case GOOD -> good();
            };
        }

        private Condition good() {
            if (!source.described()) {
                return Condition.STARTING;
            }
            return system().isPresent() ? Condition.SERVING : Condition.WAITING;
        }
    }

    /** For the sources of one portal. */
    Sources(InstantSource machineTime, ConductChanges changes) {
        this.machineTime = machineTime;
        this.changes = changes;
    }

    /** A connector has come, with its service properties. */
    void add(Owner owner, Handle handle, Map<String, ?> properties) {
        entries.add(new Entry(owner, handle, properties));
    }

    /** The connector with that service id has gone. */
    void remove(Map<String, ?> properties) {
        entry(properties).ifPresent(e -> {
            entries.remove(e);
            e.source.dispose();
        });
    }

    /** The connector with that service id. */
    Optional<Source> ofService(Map<String, ?> properties) {
        return entry(properties).map(e -> e.source);
    }

    private Optional<Entry> entry(Map<String, ?> properties) {
        Object id = properties.get(ID);
        return entries.stream()
                .filter(e -> Objects.equals(e.properties.get(ID), id))
                .findFirst();
    }

    /** The connector of a system. */
    Optional<Source> of(SystemId system) {
        return entries.stream()
                .filter(e -> !e.source.retired())
                .filter(e -> e.system().filter(system::equals).isPresent())
                .min(ORDER)
                .map(e -> e.source);
    }

    /** The connectors of a bundle. */
    List<Source> ofBundle(long bundleId) {
        return entries.stream()
                .filter(e -> e.owner.bundleId() == bundleId)
                .map(e -> e.source)
                .toList();
    }

    /** Every source that is not on its way out. */
    List<Source> all() {
        return entries.stream().map(e -> e.source).filter(s -> !s.retired()).toList();
    }

    /** Whose a source is; empty once it has gone. */
    Optional<ConnectorState> stateOf(Source source) {
        return entries.stream().filter(e -> e.source == source).findFirst().map(Entry::state);
    }

    List<ConnectorState> states() {
        return entries.stream()
                .map(Entry::state)
                .sorted(Comparator.comparing((ConnectorState s) ->
                                s.system().map(SystemId::text).orElse(""))
                        .thenComparingLong(ConnectorState::bundleId))
                .toList();
    }

    void admit(long bundleId, SystemId system) {
        long last =
                admissions.values().stream().mapToLong(Admission::number).max().orElse(0);
        admissions.put(bundleId, new Admission(system, last + 1));
    }

    /** The bundle's connectors get no new calls. */
    void retire(long bundleId) {
        admissions.remove(bundleId);
        ofBundle(bundleId).forEach(Source::retire);
    }

    Instant now() {
        return machineTime.instant();
    }
}
