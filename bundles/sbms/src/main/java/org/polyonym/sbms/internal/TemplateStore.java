package org.polyonym.sbms.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/**
 * Templates in the system of record. Each origin system has a collection of its own: that keeps templates logically
 * separate (IO 13(1)), and lets the store itself count the templates of a search scope. Thread-safe.
 */
final class TemplateStore {
    /** Most templates of one record: ten fingers in four impressions. */
    static final int MAX_TEMPLATES_PER_RECORD = 40;

    /** What the collections of all systems begin with. */
    static final String COLLECTION = "sbms-template-";

    private static final String RECORD = "record";

    private final Documents documents;

    TemplateStore(Documents documents) {
        this.documents = documents;
    }

    static DocumentType<StoredTemplate> type(SystemId system) {
        return new DocumentType<>(COLLECTION + system.text().toLowerCase(Locale.ROOT), StoredTemplate.class);
    }

    /** Makes these the record's templates; earlier ones go. */
    void replace(UnitOfWork uow, OriginRef origin, List<StoredTemplate> templates) {
        DocumentType<StoredTemplate> type = type(origin.system());
        Set<String> kept = templates.stream().map(StoredTemplate::documentId).collect(Collectors.toSet());
        for (Stored<StoredTemplate> old : ofRecord(uow, origin)) {
            if (!kept.contains(old.id())) {
                documents.delete(uow, type, old.id());
            }
        }
        List<SearchTerm> terms = List.of(SearchTerm.of(RECORD, origin.recordId()));
        for (StoredTemplate template : templates) {
            long version = documents
                    .get(uow, type, template.documentId())
                    .map(Stored::version)
                    .orElse(0L);
            documents.put(uow, type, template.documentId(), version, template, terms);
        }
    }

    /** Deletes all of the record's templates; returns how many there were. */
    int removeAll(UnitOfWork uow, OriginRef origin) {
        List<Stored<StoredTemplate>> old = ofRecord(uow, origin);
        old.forEach(stored -> documents.delete(uow, type(origin.system()), stored.id()));
        return old.size();
    }

    boolean any(OriginRef origin) {
        List<SearchTerm> terms = List.of(SearchTerm.of(RECORD, origin.recordId()));
        return !documents.find(type(origin.system()), terms, 1).isEmpty();
    }

    /** The record's templates as they are committed, those that can be compared. */
    List<GalleryTemplate> ofRecord(OriginRef origin) {
        List<SearchTerm> terms = List.of(SearchTerm.of(RECORD, origin.recordId()));
        return documents.find(type(origin.system()), terms, Documents.MAX_RESULTS).stream()
                .flatMap(stored -> GalleryTemplate.of(stored.value()).stream())
                .toList();
    }

    private List<Stored<StoredTemplate>> ofRecord(UnitOfWork uow, OriginRef origin) {
        List<SearchTerm> terms = List.of(SearchTerm.of(RECORD, origin.recordId()));
        return documents.find(uow, type(origin.system()), terms, Documents.MAX_RESULTS);
    }
}
