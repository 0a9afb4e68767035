package org.polyonym.example.police.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** The police register of MS-2, searched by names, birth date and document. Thread-safe; answers from memory. */
@Component(property = "system=POLICE-MS2")
public final class PoliceRegister implements Connector {
    private static final SystemId SYSTEM = SystemId.of("POLICE-MS2");
    private static final Description DESCRIPTION = new Description(
            SYSTEM,
            "Police register of MS-2",
            EnumSet.of(
                    SearchField.FAMILY_NAME,
                    SearchField.GIVEN_NAMES,
                    SearchField.BIRTH_DATE,
                    SearchField.TRAVEL_DOCUMENT),
            EnumSet.of(DataCategory.REFERENCE, DataCategory.IDENTITY, DataCategory.DOCUMENT, DataCategory.BUSINESS),
            new Limits(20, Duration.ofSeconds(2), 16));
    private static final String FOLLOW_UP = "single point of contact of MS-2";

    private final Extract extract = Extract.load();

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public void search(ConnectorQuery query, Consumer<Item> sink) {
        extract.entries().stream()
                .flatMap(entry -> item(query, entry).stream())
                .limit(query.maxItems())
                .forEach(sink);
    }

    /** No caller is named, so only what anybody who may ask at all may know. */
    @Override
    public Optional<Item> fetch(String recordId) {
        return extract.find(recordId)
                .filter(entry -> !entry.restricted())
                .map(entry -> item(entry, OwnLaw.Answer.HIT, Set.of(MatchedBy.IDENTITY)));
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    private static Optional<Item> item(ConnectorQuery query, Entry entry) {
        Set<MatchedBy> by = Matching.of(query.search(), entry.identity(), entry.documents());
        if (by.isEmpty()) {
            return Optional.empty();
        }
        OwnLaw.Answer answer =
                OwnLaw.answer(query.caller(), query.search().identity(), by.contains(MatchedBy.DOCUMENT), entry);
        return answer == OwnLaw.Answer.NOTHING ? Optional.empty() : Optional.of(item(entry, answer, by));
    }

    private static Item item(Entry entry, OwnLaw.Answer answer, Set<MatchedBy> by) {
        boolean full = answer == OwnLaw.Answer.FULL;
        return new Item(
                new OriginRef(SYSTEM, entry.id()),
                Optional.empty(),
                by,
                by.size(),
                Optional.of(entry.identity()).filter(i -> full),
                full ? entry.documents() : List.of(),
                List.of(),
                full ? facts(entry) : List.of(new Fact(DataCategory.REFERENCE, "followUp", FOLLOW_UP)));
    }

    private static List<Fact> facts(Entry entry) {
        return List.of(
                new Fact(DataCategory.BUSINESS, "unit", entry.unit()),
                new Fact(DataCategory.BUSINESS, "reason", entry.reason()));
    }
}
