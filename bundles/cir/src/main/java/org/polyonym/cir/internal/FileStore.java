package org.polyonym.cir.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/** Individual files as documents; a record is in one file only. */
final class FileStore {
    private static final DocumentType<FileDocument> FILES = new DocumentType<>("cir.file", FileDocument.class);

    private final Documents documents;

    FileStore(Documents documents) {
        this.documents = documents;
    }

    Optional<FileDocument> file(String fileId) {
        return documents.get(FILES, fileId).map(Stored::value);
    }

    Optional<FileDocument> fileOf(OriginRef origin) {
        return documents.find(FILES, List.of(record(origin)), 1).stream()
                .map(Stored::value)
                .findFirst();
    }

    /** Files that hold any of the records or groups, oldest first. */
    List<FileDocument> holding(UnitOfWork uow, Collection<OriginRef> records, Collection<GroupRef> groups) {
        List<SearchTerm> terms =
                new ArrayList<>(records.stream().map(FileStore::record).toList());
        groups.stream().map(FileStore::group).forEach(terms::add);
        return documents.find(uow, FILES, terms, Documents.MAX_RESULTS).stream()
                .map(Stored::value)
                .sorted(Comparator.comparing(FileDocument::since).thenComparing(FileDocument::fileId))
                .toList();
    }

    /** Replaces files by others. All that change go first: a record is in one file only, also while it moves. */
    void replace(UnitOfWork uow, List<FileDocument> before, List<FileDocument> after) {
        before.stream()
                .filter(file -> !after.contains(file))
                .forEach(file -> documents.delete(uow, FILES, file.fileId()));
        after.stream()
                .filter(file -> !before.contains(file))
                .forEach(file -> documents.put(uow, FILES, file.fileId(), 0, file, terms(file)));
    }

    private static List<SearchTerm> terms(FileDocument file) {
        List<SearchTerm> terms = new ArrayList<>();
        file.members().forEach(member -> {
            terms.add(SearchTerm.unique("record", member.origin().text()));
            terms.add(group(member.group()));
        });
        return terms.stream().distinct().toList();
    }

    private static SearchTerm record(OriginRef origin) {
        return SearchTerm.of("record", origin.text());
    }

    private static SearchTerm group(GroupRef group) {
        return SearchTerm.of("group", group.text());
    }
}
