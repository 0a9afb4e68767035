package org.polyonym.systemkit;

import java.util.ArrayList;
import java.util.List;
import org.polyonym.identity.SearchKeys;
import org.polyonym.model.OriginRecord;
import org.polyonym.store.SearchTerm;

/** Search columns of a record. */
final class RecordTerms {
    /** Name of the terms that searches use. */
    static final String KEY = "key";

    private RecordTerms() {}

    static List<SearchTerm> of(OriginRecord record) {
        List<SearchTerm> terms = new ArrayList<>(Retention.terms(record.retentionUntil()));
        SearchKeys.ofRecord(record.identity(), record.documents()).forEach(key -> terms.add(SearchTerm.of(KEY, key)));
        return terms;
    }
}
