package org.polyonym.systemkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Fact;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;

/** What one system says of its records to a search. Thread-safe. */
public interface Answering {
    /** The system. */
    SystemId system();

    /** Name for people. */
    String title();

    /** Fields that the system's law lets it be searched with; fingerprints count only while they become templates. */
    Set<SearchField> searchable();

    /** Category of the system's facts. */
    default DataCategory factsAre() {
        return DataCategory.BUSINESS;
    }

    /** Whether this caller may learn that the record exists. */
    default boolean visible(Caller caller, OriginRecord record) {
        return true;
    }

    /** Facts beyond identity, documents and samples that this caller may be given. */
    default List<Fact> facts(Caller caller, OriginRecord record) {
        return businessFacts(record);
    }

    /** Category, owner and every attribute as facts. */
    static List<Fact> businessFacts(OriginRecord record) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(DataCategory.BUSINESS, "category", record.category()));
        facts.add(new Fact(DataCategory.BUSINESS, "owner", record.owner().text()));
        record.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> facts.add(new Fact(DataCategory.BUSINESS, e.getKey(), e.getValue())));
        return facts;
    }
}
