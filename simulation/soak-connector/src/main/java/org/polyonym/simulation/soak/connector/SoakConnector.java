package org.polyonym.simulation.soak.connector;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;

/**
 * Answers at once with one invented record that tells how many searches this instance has had; a search for {@value #HOLD}
 * takes {@link #HOLD_TIME}, so that one is inside while the connector is replaced. Thread-safe.
 */
@Component(property = "system=SOAK")
public final class SoakConnector implements Connector {
    /** Family name whose search takes its time. */
    public static final String HOLD = "HOLD";
    /** How long. */
    public static final Duration HOLD_TIME = Duration.ofMillis(800);

    private static final SystemId SYSTEM = SystemId.of("SOAK");
    private static final Description DESCRIPTION = new Description(
            SYSTEM,
            "Connector of the soak",
            EnumSet.of(SearchField.FAMILY_NAME),
            EnumSet.of(DataCategory.REFERENCE, DataCategory.BUSINESS),
            new Limits(5, Duration.ofSeconds(5), 64));

    private final AtomicLong searches = new AtomicLong();

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public void search(ConnectorQuery query, Consumer<Item> sink) {
        long number = searches.incrementAndGet();
        if (query.search().identity().names().stream()
                .anyMatch(n -> n.familyName().equals(HOLD))) {
            hold();
        }
        sink.accept(item("1", number));
    }

    private static void hold() {
        try {
            Thread.sleep(HOLD_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Item item(String id, long searches) {
        return new Item(
                new OriginRef(SYSTEM, id),
                Optional.empty(),
                Set.of(MatchedBy.IDENTITY),
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Fact(DataCategory.BUSINESS, "searches", Long.toString(searches))));
    }

    @Override
    public Optional<Item> fetch(String recordId) {
        return recordId.equals("1") ? Optional.of(item(recordId, searches.get())) : Optional.empty();
    }

    @Override
    public Health health() {
        return Health.UP;
    }
}
