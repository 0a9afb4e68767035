package org.polyonym.interpol.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.audit.AuditLog;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.Documents;
import org.polyonym.store.Transactions;
import org.polyonym.time.LegalClock;

/**
 * Looks up travel documents by type, number and issuing state, exactly. The owner of an entry learns nothing: no message,
 * no log that it could read (IO 9(5)). Without a release in force nothing is looked up at all, and the source is
 * unavailable.
 */
@Component(property = "system=INTERPOL")
public final class SltdConnector implements Connector {
    private static final Description DESCRIPTION = new Description(
            SystemId.INTERPOL,
            "Interpol: stolen and lost travel documents",
            Set.of(SearchField.TRAVEL_DOCUMENT),
            EnumSet.of(DataCategory.REFERENCE, DataCategory.DOCUMENT, DataCategory.BUSINESS),
            Limits.DEFAULT);

    private final Records records;
    private final Releases releases;

    /** Wires the contracts. */
    @Activate
    public SltdConnector(
            @Reference Records records,
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference AuditLog audit,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        this.records = records;
        this.releases = new Releases(transactions, documents, audit, clock);
    }

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public void search(ConnectorQuery query, Consumer<Item> sink) {
        releases.require();
        SearchQuery exact = new SearchQuery(IdentityData.NONE, query.search().documents(), SearchQuery.Mode.EXACT);
        int limit = Math.min(query.maxItems(), DESCRIPTION.limits().maxItems());
        records.search(Set.of(SystemId.INTERPOL), exact, limit).stream()
                .filter(RecordMatch::byDocument)
                .forEach(match -> sink.accept(item(match.record(), match.similarity())));
    }

    @Override
    public Optional<Item> fetch(String recordId) {
        releases.require();
        return records.find(new OriginRef(SystemId.INTERPOL, recordId)).map(r -> item(r, 0));
    }

    @Override
    public Health health() {
        return releases.inForce() ? Health.UP : Health.down("no legal release is in force");
    }

    private static Item item(OriginRecord record, double score) {
        return new Item(
                record.ref(),
                Optional.empty(),
                Set.of(MatchedBy.DOCUMENT),
                score,
                Optional.empty(),
                record.documents(),
                List.of(),
                List.of(
                        new Fact(DataCategory.BUSINESS, "category", record.category()),
                        new Fact(DataCategory.BUSINESS, "status", record.attribute("status")),
                        new Fact(DataCategory.BUSINESS, "owner", record.owner().text())));
    }
}
