package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Country;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Purpose;
import org.polyonym.model.Sex;
import org.polyonym.model.SystemId;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.UnitOfWork;

/** Small parts that the tests of the portal share. */
final class Fixtures {
    static final Set<SearchField> EVERY_FIELD = EnumSet.allOf(SearchField.class);
    static final Set<DataCategory> EVERY_CATEGORY = EnumSet.allOf(DataCategory.class);
    static final IdentityData NADIR = new IdentityData(
            List.of(PersonName.current("SELMANI", "Nadir")),
            PartialDate.of("1991-11-22"),
            "Town",
            Optional.empty(),
            Sex.M,
            List.of(Country.of("XAA")));
    static final TravelDocument PASSPORT = new TravelDocument("P", "X1234567", Country.of("XAA"), Optional.empty());

    private Fixtures() {}

    static Caller caller(String authority, Purpose purpose) {
        return new Caller(Authority.of(authority), "officer-1", purpose, CaseReference.of("CASE-1"));
    }

    static BiometricSample finger(CaptureContext capture) {
        return new BiometricSample(
                Modality.FINGERPRINT, FingerPosition.RIGHT_INDEX, capture, Image.ofBytes(new byte[] {1}));
    }

    static SourceRight right(SystemId system, Set<SearchField> fields, Set<DataCategory> reply) {
        return new SourceRight(system, true, fields, reply, "test");
    }

    static SourceRight right(SystemId system) {
        return right(system, EVERY_FIELD, EVERY_CATEGORY);
    }

    static Profile profile(SourceRight... rights) {
        return new Profile("POLICE/POLICE_CHECK", true, List.of(rights));
    }

    static SearchKeys keys() {
        return new SearchKeys(
                new SearchQuery(NADIR, List.of(PASSPORT), SearchQuery.Mode.ONE_EDIT),
                List.of(finger(CaptureContext.LIVE)));
    }

    static Item item(String origin, Fact... facts) {
        OriginRef ref = OriginRef.of(origin);
        return new Item(
                ref,
                Optional.of(new GroupRef(ref.system(), ref.recordId())),
                Set.of(MatchedBy.IDENTITY),
                0.9,
                Optional.of(NADIR),
                List.of(PASSPORT),
                List.of(),
                List.of(facts));
    }

    /** A connector of the system that does what it is told. */
    static Connector connector(SystemId system, BiConsumer<ConnectorQuery, Consumer<Item>> search) {
        return connector(new Description(system, system.text(), EVERY_FIELD, EVERY_CATEGORY, Limits.DEFAULT), search);
    }

    static Connector connector(Description description, BiConsumer<ConnectorQuery, Consumer<Item>> search) {
        return new Connector() {
            @Override
            public Description describe() {
                return description;
            }

            @Override
            public void search(ConnectorQuery query, Consumer<Item> sink) {
                search.accept(query, sink);
            }

            @Override
            public Optional<Item> fetch(String recordId) {
                return Optional.empty();
            }

            @Override
            public Health health() {
                return Health.UP;
            }
        };
    }

    static Sources sources() {
        return new Sources(InstantSource.system(), ConductChanges.NONE);
    }

    static void add(Sources sources, Connector connector, Map<String, ?> properties) {
        sources.add(new Sources.Owner(1, "org.example", "1.0.0", false), handle(connector), properties);
    }

    static Source source(Connector connector) {
        return Source.of(handle(connector), InstantSource.system(), ConductChanges.NONE, false);
    }

    static Handle handle(Connector connector) {
        return new Handle() {
            @Override
            public Connector get() {
                return connector;
            }

            @Override
            public Optional<ClassLoader> loader() {
                return Optional.empty();
            }

            @Override
            public void release() {}
        };
    }

    static Limits limits(int maxItems, Duration timeout, int maxConcurrent) {
        return new Limits(maxItems, timeout, maxConcurrent);
    }

    /** Keeps what was logged, in order. */
    static class MemoryLog implements AuditLog {
        final List<AuditEntry> entries = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void append(UnitOfWork unitOfWork, AuditEntry entry) {
            append(entry);
        }

        @Override
        public void append(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public List<StoredAuditEntry> read(long afterSequence, int limit) {
            return List.of();
        }

        List<String> events() {
            return entries.stream().map(AuditEntry::event).toList();
        }
    }
}
