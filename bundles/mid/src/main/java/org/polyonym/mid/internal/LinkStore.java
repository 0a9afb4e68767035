package org.polyonym.mid.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/** Links, confirmation files, verifications and corrections as documents. One live link per unordered pair of groups. */
final class LinkStore {
    /** Most links that are followed from one pair when looking for contradictions. */
    static final int MAX_CLUSTER = 500;

    private static final DocumentType<Link> LINKS = new DocumentType<>("mid.link", Link.class);
    private static final DocumentType<ConfirmationFile> FILES =
            new DocumentType<>("mid.confirmation-file", ConfirmationFile.class);
    private static final DocumentType<Verification> VERIFICATIONS =
            new DocumentType<>("mid.verification", Verification.class);
    private static final DocumentType<Correction> CORRECTIONS = new DocumentType<>("mid.correction", Correction.class);

    private final Documents documents;

    LinkStore(Documents documents) {
        this.documents = documents;
    }

    /** Writes the link with its file and what stands beside it; a link that exists is replaced. */
    void save(UnitOfWork uow, Link link, Verification verification) {
        documents.put(uow, LINKS, link.linkId(), version(uow, LINKS, link.linkId()), link, terms(link));
        documents.put(uow, FILES, link.sin(), version(uow, FILES, link.sin()), ConfirmationFile.of(link), List.of());
        documents.put(
                uow, VERIFICATIONS, link.linkId(), version(uow, VERIFICATIONS, link.linkId()), verification, List.of());
    }

    /** Erases the link and everything that belongs to it (IO 35). */
    void erase(UnitOfWork uow, Link link) {
        documents.delete(uow, LINKS, link.linkId());
        documents.delete(uow, FILES, link.sin());
        documents.delete(uow, VERIFICATIONS, link.linkId());
    }

    void correct(UnitOfWork uow, Link link, Correction correction) {
        documents.put(
                uow,
                CORRECTIONS,
                link.pair(),
                version(uow, CORRECTIONS, link.pair()),
                correction,
                correction.records().stream().map(LinkStore::record).distinct().toList());
    }

    Optional<Correction> correction(UnitOfWork uow, GroupRef a, GroupRef b) {
        return documents.get(uow, CORRECTIONS, Link.pair(a, b)).map(Stored::value);
    }

    /** Erases corrections that name the record: it is gone. */
    void eraseCorrections(UnitOfWork uow, OriginRef record) {
        for (Stored<Correction> stored : documents.find(uow, CORRECTIONS, List.of(record(record)), MAX_CLUSTER)) {
            documents.delete(uow, CORRECTIONS, stored.id());
        }
    }

    /** A page of corrections in order of their pair. */
    List<Stored<Correction>> corrections(String afterId, int limit) {
        return documents.page(CORRECTIONS, afterId, limit);
    }

    void eraseCorrection(UnitOfWork uow, String pair) {
        documents.delete(uow, CORRECTIONS, pair);
    }

    Optional<Link> between(UnitOfWork uow, GroupRef a, GroupRef b) {
        return values(documents.find(uow, LINKS, List.of(SearchTerm.of("pair", Link.pair(a, b))), 1)).stream()
                .findFirst();
    }

    Optional<Link> link(String linkId) {
        return documents.get(LINKS, linkId).map(Stored::value);
    }

    Optional<Link> link(UnitOfWork uow, String linkId) {
        return documents.get(uow, LINKS, linkId).map(Stored::value);
    }

    Optional<ConfirmationFile> file(String sin) {
        return documents.get(FILES, sin).map(Stored::value);
    }

    Verification verification(String linkId) {
        return documents.get(VERIFICATIONS, linkId).map(Stored::value).orElse(Verification.NONE);
    }

    Verification verification(UnitOfWork uow, String linkId) {
        return documents.get(uow, VERIFICATIONS, linkId).map(Stored::value).orElse(Verification.NONE);
    }

    /** Links that touch any of the groups. */
    List<Link> touching(Collection<GroupRef> groups) {
        return groups.isEmpty()
                ? List.of()
                : values(documents.find(
                        LINKS, groups.stream().map(LinkStore::group).toList(), Documents.MAX_RESULTS));
    }

    /** Links that an authority is named in. */
    List<Link> namedFor(Authority authority) {
        return values(
                documents.find(LINKS, List.of(SearchTerm.of("responsible", authority.text())), Documents.MAX_RESULTS));
    }

    /** Links that touch any of the groups or were evaluated with any of the records. */
    List<Link> concerning(UnitOfWork uow, Collection<GroupRef> groups, Collection<OriginRef> records) {
        List<SearchTerm> terms =
                new ArrayList<>(groups.stream().map(LinkStore::group).toList());
        records.stream().map(LinkStore::record).forEach(terms::add);
        return values(documents.find(uow, LINKS, terms, Documents.MAX_RESULTS));
    }

    /**
     * Every link that can be reached from the groups.
     *
     * @throws ProblemException DATA_LIMIT when there are more than {@value #MAX_CLUSTER}
     */
    List<Link> cluster(UnitOfWork uow, Collection<GroupRef> from) {
        Map<String, Link> found = new LinkedHashMap<>();
        Set<GroupRef> seen = new HashSet<>(from);
        Deque<GroupRef> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Link link : concerning(uow, List.of(open.poll()), List.of())) {
                if (found.putIfAbsent(link.linkId(), link) == null) {
                    List.of(link.a(), link.b()).stream().filter(seen::add).forEach(open::add);
                }
            }
            if (found.size() > MAX_CLUSTER) {
                throw ProblemException.of(ProblemType.DATA_LIMIT, "more than " + MAX_CLUSTER + " links hang together");
            }
        }
        return List.copyOf(found.values());
    }

    private long version(UnitOfWork uow, DocumentType<?> type, String id) {
        return documents.get(uow, type, id).map(Stored::version).orElse(0L);
    }

    private static List<SearchTerm> terms(Link link) {
        List<SearchTerm> terms = new ArrayList<>();
        terms.add(SearchTerm.unique("pair", link.pair()));
        terms.add(group(link.a()));
        terms.add(group(link.b()));
        terms.add(SearchTerm.of("responsible", link.responsible().text()));
        link.records().stream().map(LinkStore::record).distinct().forEach(terms::add);
        return terms;
    }

    private static SearchTerm group(GroupRef group) {
        return SearchTerm.of("group", group.text());
    }

    private static SearchTerm record(OriginRef record) {
        return SearchTerm.of("record", record.text());
    }

    private static <T> List<T> values(List<Stored<T>> stored) {
        return stored.stream().map(Stored::value).toList();
    }
}
