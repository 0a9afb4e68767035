package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.identity.CategoryComparison;
import org.polyonym.identity.IdentityVerdict;
import org.polyonym.identity.SimilarityRules;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.registry.Records;

/** Explains a link to its reader (P9). Values are read fresh from the origin records, never kept here. */
final class LinkDetails {
    private final LinkStore store;
    private final Records records;
    private final ColourTable colours;
    private final LinkViews views;
    private final ManualDecision decisions;

    LinkDetails(LinkBook book) {
        this.store = book.store();
        this.records = book.records();
        this.colours = book.rules().colours();
        this.views = new LinkViews(book);
        this.decisions = new ManualDecision(book.rules().manual(), book.rules().authorities());
    }

    /**
     * The detail; NOT_FOUND when the caller may not see the link.
     *
     * @param readable whether the caller may read a record in its own system
     */
    LinkDetail of(String linkId, Caller caller, Profile profile, Predicate<OriginRef> readable) {
        Optional<Link> found = store.link(linkId);
        Sight sight = views.require(found, caller, profile);
        Link link = found.orElseThrow(LinkViews::notFound);
        return sight == Sight.FULL_FILE ? whole(link, caller, profile) : narrow(link, sight, profile, readable);
    }

    private LinkDetail whole(Link link, Caller caller, Profile profile) {
        Verification beside = store.verification(link.linkId());
        List<Participant> linked = link.records().stream()
                .flatMap(ref -> records.find(ref).stream())
                .map(Participant::of)
                .toList();
        return new LinkDetail(
                views.view(link, Sight.FULL_FILE, profile),
                beside.evidence().stream()
                        .map(pair -> pair(pair, link, profile))
                        .toList(),
                changes(link.row()),
                decisions.offers(link, linked, caller).stream()
                        .map(row -> new LinkDetail.Offer(row.finding(), row.result(), row.letter(), row.source()))
                        .toList(),
                link.status().hints(),
                beside.history(),
                beside.review(),
                link.duty().dueAt(),
                List.of());
    }

    private LinkDetail narrow(Link link, Sight sight, Profile profile, Predicate<OriginRef> readable) {
        List<LinkDetail.LinkedData> data = link.records().stream()
                .filter(ref -> entitled(ref.system(), link, false, profile))
                // Outside the CIR the link opens nothing: an alert that SIS hides stays hidden (R-ESP-11).
                .filter(ref -> CirSystems.ALL.contains(ref.system()) || readable.test(ref))
                .flatMap(ref -> records.find(ref).stream())
                .map(record -> new LinkDetail.LinkedData(record.ref(), record.identity(), record.documents()))
                .toList();
        return new LinkDetail(
                views.view(link, sight, profile),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                link.colour() == LinkColour.GREEN ? List.of() : data);
    }

    /**
     * Whether the reader may see identity data of the system through the link: while it waits for its verification, the
     * linked data of CIR and SIS (IO 21(1), 29(3)); behind a red link those of CIR (IO 21(2)); else what its own profile
     * gives it.
     */
    private static boolean entitled(SystemId system, Link link, boolean named, Profile profile) {
        boolean own = profile.sees(system)
                && profile.right(system)
                        .map(right -> right.reply().contains(DataCategory.IDENTITY))
                        .orElse(false);
        boolean inCir = CirSystems.ALL.contains(system);
        return own
                || link.colour() == LinkColour.YELLOW && named && (inCir || system.equals(SystemId.SIS))
                || link.colour() == LinkColour.RED && inCir;
    }

    private LinkDetail.Pair pair(PairEvidence pair, Link link, Profile profile) {
        Optional<OriginRecord> a = records.find(pair.a());
        Optional<OriginRecord> b = records.find(pair.b());
        boolean showA = entitled(pair.a().system(), link, true, profile);
        boolean showB = entitled(pair.b().system(), link, true, profile);
        return new LinkDetail.Pair(
                pair.a(),
                pair.b(),
                pair.row(),
                pair.proposes(),
                pair.biometric(),
                pair.ruleSet(),
                pair.tableVersion(),
                changed(a, pair.versionA()) || changed(b, pair.versionB()),
                fields(pair, a, b, showA, showB),
                showA ? a.map(OriginRecord::documents).orElse(List.of()) : List.of(),
                showB ? b.map(OriginRecord::documents).orElse(List.of()) : List.of());
    }

    private static boolean changed(Optional<OriginRecord> record, long version) {
        return record.map(found -> found.version() != version).orElse(true);
    }

    private static List<LinkDetail.Field> fields(
            PairEvidence pair, Optional<OriginRecord> a, Optional<OriginRecord> b, boolean showA, boolean showB) {
        Optional<IdentityVerdict> fresh =
                a.flatMap(x -> b.map(y -> SimilarityRules.compare(x.identity(), y.identity())));
        List<LinkDetail.Field> fields = new ArrayList<>();
        for (FieldEvidence field : pair.fields()) {
            Optional<CategoryComparison> now = fresh.stream()
                    .flatMap(verdict -> verdict.categories().stream())
                    .filter(category -> PairComparer.nameOf(category.category()).equals(field.field()))
                    .findFirst();
            fields.add(new LinkDetail.Field(
                    field.field(),
                    field.result(),
                    field.rules(),
                    field.transformations(),
                    field.source(),
                    now.filter(category -> showA).map(CategoryComparison::valueA),
                    now.filter(category -> showB).map(CategoryComparison::valueB)));
        }
        return fields;
    }

    private List<LinkDetail.Change> changes(ColourRow from) {
        return colours.wouldChange(from).stream().map(to -> change(from, to)).toList();
    }

    private static LinkDetail.Change change(ColourRow from, ColourRow to) {
        List<String> input = Stream.of(
                        List.of(
                                "biometric",
                                from.biometric().name(),
                                to.biometric().name()),
                        List.of(
                                "identity",
                                from.identity().name(),
                                to.identity().name()),
                        List.of(
                                "document",
                                from.document().name(),
                                to.document().name()))
                .filter(names -> !names.get(1).equals(names.get(2)))
                .findFirst()
                .orElseThrow();
        return new LinkDetail.Change(
                input.get(0), input.get(1), input.get(2), to.row(), to.result(), to.reason(), to.source());
    }

    /** References of the records whose data the detail shows, for the audit log. */
    static List<String> shown(LinkDetail detail) {
        Stream<OriginRef> refs = Stream.concat(
                detail.evidence().stream().flatMap(pair -> Stream.of(pair.a(), pair.b())),
                detail.linkedData().stream().map(LinkDetail.LinkedData::origin));
        return refs.map(OriginRef::text).distinct().toList();
    }
}
