package org.polyonym.simulation.bad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;

/**
 * A connector that answers well until it is asked for the marked surname, and then shows its one fault. Its law hides that
 * person from customs.
 */
public abstract class BadConnector implements Connector {
    /** The surname that brings out the fault. */
    public static final String MARKED = "MISBEHAVE";
    /** The record that it has of that person. */
    public static final String RECORD = "MISBEHAVE-1";

    private final Description description;

    /** With the code of its system. */
    protected BadConnector(String system) {
        description = new Description(
                SystemId.of(system),
                "A connector with a fault",
                Set.of(SearchField.FAMILY_NAME, SearchField.GIVEN_NAMES),
                Set.of(DataCategory.REFERENCE, DataCategory.BUSINESS),
                new Limits(10, Duration.ofSeconds(2), 16));
    }

    /** What it does instead of giving the one item. */
    protected abstract void misbehave(ConnectorQuery query, Consumer<Item> sink);

    @Override
    public final Description describe() {
        return description;
    }

    @Override
    public final void search(ConnectorQuery query, Consumer<Item> sink) {
        boolean hidden = query.caller().authority().kind() == AuthorityKind.CUSTOMS;
        if (!hidden
                && query.search().identity().names().stream()
                        .anyMatch(n -> n.familyName().equals(MARKED))) {
            misbehave(query, sink);
        }
    }

    @Override
    public final Optional<Item> fetch(String recordId) {
        return recordId.equals(RECORD) ? Optional.of(item("a fact")) : Optional.empty();
    }

    @Override
    public final Health health() {
        return Health.UP;
    }

    /** A good item with that fact. */
    protected final Item item(String fact) {
        return item(new OriginRef(description.system(), RECORD), fact);
    }

    /** An item of any record. */
    protected static Item item(OriginRef origin, String fact) {
        return new Item(
                origin,
                Optional.empty(),
                Set.of(MatchedBy.IDENTITY),
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Fact(DataCategory.BUSINESS, "reason", fact)));
    }
}
