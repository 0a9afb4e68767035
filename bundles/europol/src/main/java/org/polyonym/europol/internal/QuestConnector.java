package org.polyonym.europol.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.store.Transactions;

/**
 * QUEST: the search of Europol data at the basic protection level. EIS hits come with data as the provider's handling code
 * allows; of analysis data others than Europol and the provider learn the hit and nothing else (EUP 20(2)). The provider of
 * each matching record is told, before the hit is given (R-EUP-06).
 */
@Component(property = "system=EUROPOL")
public final class QuestConnector implements Connector {
    private static final Description DESCRIPTION = new Description(
            SystemId.EUROPOL,
            "Europol: QUEST",
            EnumSet.complementOf(EnumSet.of(SearchField.FINGERPRINTS)),
            EnumSet.of(
                    DataCategory.REFERENCE,
                    DataCategory.IDENTITY,
                    DataCategory.DOCUMENT,
                    DataCategory.BUSINESS,
                    DataCategory.HANDLING),
            Limits.DEFAULT);
    /** Matches read beyond the items wanted, so that those above the protection level push none out. */
    private static final int SPARE = 50;

    private final Records records;
    private final Transactions transactions;
    private final Notifications notifications;

    /** Wires the contracts. */
    @Activate
    public QuestConnector(
            @Reference Records records, @Reference Transactions transactions, @Reference Notifications notifications) {
        this.records = records;
        this.transactions = transactions;
        this.notifications = notifications;
    }

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public void search(ConnectorQuery query, Consumer<Item> sink) {
        int limit = Math.min(query.maxItems(), DESCRIPTION.limits().maxItems());
        List<RecordMatch> matches = records.search(Set.of(SystemId.EUROPOL), query.search(), limit + SPARE).stream()
                .filter(m -> Handling.atBasicLevel(m.record()))
                .limit(limit)
                .toList();
        tellProviders(query, matches);
        matches.forEach(m -> sink.accept(item(query.caller(), m)));
    }

    private void tellProviders(ConnectorQuery query, List<RecordMatch> matches) {
        List<OriginRecord> others = matches.stream()
                .map(RecordMatch::record)
                .filter(r -> !r.owner().equals(query.caller().authority()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Map<String, String> facts = Map.of(
                "searchedBy", query.caller().authority().text(),
                "purpose", query.caller().purpose().name(),
                "caseReference", query.caller().caseReference().text());
        transactions.inTransaction(uow -> {
            others.forEach(r -> notifications.send(
                    uow, r.owner(), "EUROPOL_MATCH", List.of(r.ref().text(), query.queryId()), facts));
            return others.size();
        });
    }

    /** The item for the caller; one without right to the data learns neither by what it matched nor how well. */
    private static Item item(Caller caller, RecordMatch match) {
        OriginRecord record = match.record();
        boolean data = Handling.givesData(caller, record);
        return new Item(
                record.ref(),
                Optional.empty(),
                data ? matchedBy(match) : Set.of(),
                data ? match.similarity() : 0,
                Optional.of(record.identity()).filter(i -> data),
                data ? record.documents() : List.of(),
                List.of(),
                Handling.facts(caller, record));
    }

    private static Set<MatchedBy> matchedBy(RecordMatch match) {
        List<MatchedBy> by = new ArrayList<>();
        if (match.byIdentity()) {
            by.add(MatchedBy.IDENTITY);
        }
        if (match.byDocument()) {
            by.add(MatchedBy.DOCUMENT);
        }
        return Set.copyOf(by);
    }

    /** Without a caller there is no right to data: only the hit. */
    @Override
    public Optional<Item> fetch(String recordId) {
        return records.find(new OriginRef(SystemId.EUROPOL, recordId))
                .filter(Handling::atBasicLevel)
                .map(r -> new Item(
                        r.ref(), Optional.empty(), Set.of(), 0, Optional.empty(), List.of(), List.of(), List.of()));
    }

    @Override
    public Health health() {
        return Health.UP;
    }
}
