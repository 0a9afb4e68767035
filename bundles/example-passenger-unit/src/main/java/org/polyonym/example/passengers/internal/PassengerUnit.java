package org.polyonym.example.passengers.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.Caller;
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
import org.polyonym.model.MemberState;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.time.LegalClock;

/**
 * The passenger information unit of MS-1. Only reviewed matches are released, and masked after six months. Thread-safe;
 * reads the unit's files for each search.
 */
@Component(configurationPid = "org.polyonym.example.passengers", property = "system=PNR-MS1")
public final class PassengerUnit implements Connector {
    private static final SystemId SYSTEM = SystemId.of("PNR-MS1");
    private static final MemberState OWN_STATE = MemberState.of("MS-1");
    private static final String FOLDER = "folder";
    private static final String DEFAULT_FOLDER = "agencies/passenger-unit";
    private static final Description DESCRIPTION = new Description(
            SYSTEM,
            "Passenger information unit of MS-1",
            Set.of(
                    SearchField.FAMILY_NAME,
                    SearchField.GIVEN_NAMES,
                    SearchField.BIRTH_DATE,
                    SearchField.TRAVEL_DOCUMENT),
            Set.of(DataCategory.REFERENCE, DataCategory.IDENTITY, DataCategory.DOCUMENT, DataCategory.BUSINESS),
            new Limits(20, Duration.ofSeconds(3), 8));

    private final UnitFiles files;
    private final LegalClock clock;
    private volatile LocalDate erased = LocalDate.MIN;

    /** Wires the legal clock; {@code folder} of the configuration says where the unit's files lie. */
    @Activate
    public PassengerUnit(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock, Map<String, ?> config) {
        this.clock = clock;
        Object folder = config.get(FOLDER);
        this.files = new UnitFiles(Path.of(folder == null ? DEFAULT_FOLDER : folder.toString()));
    }

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public void search(ConnectorQuery query, Consumer<Item> sink) {
        if (!mayAsk(query.caller())) {
            return;
        }
        LocalDate today = clock.today();
        files.journeys(today).stream()
                .flatMap(journey -> released(query, journey, today).stream())
                .limit(query.maxItems())
                .forEach(sink);
    }

    /** Nothing is released to somebody who is not named. */
    @Override
    public Optional<Item> fetch(String recordId) {
        return Optional.empty();
    }

    /** The portal asks every few seconds, so that data are erased in time also when nobody searches. */
    @Override
    public Health health() {
        if (!files.ready()) {
            return Health.down("the unit's folder has no passengers.tsv");
        }
        LocalDate today = clock.today();
        if (!today.equals(erased)) {
            files.erase(today);
            erased = today;
        }
        return Health.UP;
    }

    /** Competent authorities of the own state (Art 7); those of others ask their own unit (Art 9). */
    private static boolean mayAsk(Caller caller) {
        return caller.authority().kind() == AuthorityKind.LAW_ENFORCEMENT
                && caller.authority().state().equals(OWN_STATE);
    }

    private Optional<Item> released(ConnectorQuery query, Journey journey, LocalDate today) {
        Set<MatchedBy> by = Matching.of(query.search(), journey.identity(), journey.documents());
        Match match = Match.of(journey, query.caller());
        if (by.isEmpty() || !files.confirmed(match, today)) {
            return Optional.empty();
        }
        boolean masked = Periods.masked(journey.received(), today) && !files.approved(match);
        return Optional.of(item(journey, by, masked));
    }

    private static Item item(Journey journey, Set<MatchedBy> by, boolean masked) {
        return new Item(
                new OriginRef(SYSTEM, journey.id()),
                Optional.empty(),
                by,
                by.size(),
                Optional.of(journey.identity()).filter(identity -> !masked),
                masked ? List.of() : journey.documents(),
                List.of(),
                List.of(
                        new Fact(DataCategory.BUSINESS, "flight", journey.flight()),
                        new Fact(DataCategory.BUSINESS, "route", journey.route()),
                        new Fact(DataCategory.BUSINESS, "depersonalised", String.valueOf(masked))));
    }
}
