package org.polyonym.mid.internal;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Outbox;
import org.polyonym.store.Transactions;
import org.polyonym.store.UnitOfWork;

/**
 * Carries out an officer's finding: the only way to green and red. One transaction holds the colour, the file, the history,
 * the individual files, the notices and the audit entry.
 */
final class LinkDecisions {
    /** How long a correction of the matcher keeps the machine from repeating it (gap G-1). */
    static final Period CORRECTION_KEPT = Period.ofYears(1);

    private final LinkBook book;
    private final LinkViews views;
    private final ManualDecision decisions;
    private final Transactions transactions;
    private final Outbox outbox;

    LinkDecisions(LinkBook book, Transactions transactions, Outbox outbox) {
        this.book = book;
        this.views = new LinkViews(book);
        this.decisions = new ManualDecision(book.rules().manual(), book.rules().authorities());
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /**
     * What came of a decision.
     *
     * @param row row of the manual table
     * @param link the link as it stands, empty when it was erased
     * @param letter SENT, SUPPRESSED or NOT_DUE
     */
    record Outcome(ManualRow row, Optional<Link> link, String letter) {}

    private record Case(UnitOfWork uow, Caller caller, Finding finding, Link link, ManualRow row) {}

    /** Decides. */
    Outcome decide(Caller caller, Profile profile, String linkId, Finding finding) {
        return transactions.inTransaction(uow -> {
            Optional<Link> found = book.store().link(uow, linkId);
            views.require(found, caller, profile);
            Link link = found.orElseThrow(LinkViews::notFound);
            List<OriginRecord> linked = linked(uow, link);
            ManualRow row = decisions.decide(link, participants(linked), caller, finding);
            Case given = new Case(uow, caller, finding, link, row);
            requireConsistent(given, profile);
            Optional<Link> after = carryOut(given);
            book.linker().keepFiles(uow, Optional.of(link), after);
            book.audit()
                    .link(
                            uow,
                            "LINK_DECIDED",
                            caller,
                            link,
                            after.map(l -> l.colour().name()).orElse("ERASED"),
                            row.row() + " " + finding.finding());
            return new Outcome(row, after, tell(given, after, linked));
        });
    }

    private Optional<Link> carryOut(Case given) {
        return switch (given.row().result()) {
            case WHITE -> coloured(given, LinkColour.WHITE);
            case RED -> coloured(given, LinkColour.RED);
            case GREEN -> coloured(given, LinkColour.GREEN);
            case KEEP -> saved(given, given.link().status().hinted("BIOMETRICS-NEEDED"));
            case REENTER_SAME -> reenter(given, BiometricClass.SAME);
            case REENTER_DIFF -> reenter(given, BiometricClass.DIFF);
            case REOPEN -> saved(given, given.link().status().reopened());
            case ERASE -> erased(given);
        };
    }

    private Optional<Link> coloured(Case given, LinkColour colour) {
        return saved(
                given,
                given.link()
                        .status()
                        .found(colour, given.finding().finding(), given.row().persons()));
    }

    /** The matcher was wrong: the colour table is asked again with the corrected class. */
    private Optional<Link> reenter(Case given, BiometricClass corrected) {
        Verification beside =
                book.store().verification(given.uow(), given.link().linkId());
        List<PairEvidence> evidence = beside.evidence().stream()
                .map(pair -> pair.corrected(corrected, book.rules().colours()))
                .toList();
        remember(given, Optional.of(corrected));
        Optional<Proposal> proposal = GroupEvaluation.of(evidence);
        if (proposal.isEmpty()) {
            book.store().erase(given.uow(), given.link());
            return Optional.empty();
        }
        Status machine = Status.machine(proposal.get());
        boolean white = machine.colour() == LinkColour.WHITE;
        return saved(
                given,
                white ? machine.found(LinkColour.WHITE, given.finding().finding(), Persons.ONE) : machine,
                beside.withEvidence(evidence));
    }

    private Optional<Link> erased(Case given) {
        remember(given, Optional.empty());
        book.store().erase(given.uow(), given.link());
        for (OriginRef ref : given.link().records()) {
            book.records()
                    .find(given.uow(), ref)
                    .ifPresent(record -> outbox.enqueue(
                            given.uow(), DetectTasks.QUEUE, ref.text(), record.version(), given.caller()));
        }
        return Optional.empty();
    }

    private void remember(Case given, Optional<BiometricClass> biometric) {
        Instant until =
                book.clock().now().atZone(ZoneOffset.UTC).plus(CORRECTION_KEPT).toInstant();
        book.store()
                .correct(given.uow(), given.link(), new Correction(given.link().records(), biometric, until));
    }

    private Optional<Link> saved(Case given, Status status) {
        return saved(
                given,
                status,
                book.store().verification(given.uow(), given.link().linkId()));
    }

    private Optional<Link> saved(Case given, Status status, Verification beside) {
        Instant now = book.clock().now();
        Link after = given.link().with(status, given.link().duty(), now);
        Verification.Event event = new Verification.Event(
                now,
                after.colour().name(),
                given.finding().finding(),
                given.caller().authority().text(),
                given.caller().user(),
                given.row().row(),
                given.row().source(),
                given.finding().reason(),
                given.finding().evidenceReference());
        book.store().save(given.uow(), after, beside.withEvent(event).withReview(Optional.empty()));
        return Optional.of(after);
    }

    private void requireConsistent(Case given, Profile profile) {
        Link link = given.link();
        List<Link> cluster = book.store().cluster(given.uow(), List.of(link.a(), link.b()));
        List<Link> path = Consistency.conflict(link.a(), link.b(), given.row().persons(), cluster);
        if (!path.isEmpty()) {
            throw ProblemException.ofField(
                    ProblemType.LINK_INCONSISTENT, "finding", Paths.written(path, views, given.caller(), profile));
        }
    }

    private String tell(Case given, Optional<Link> after, List<OriginRecord> linked) {
        ManualResult result = given.row().result();
        LinkNotices notices = book.notices();
        UnitOfWork uow = given.uow();
        if (result == ManualResult.REOPEN || result == ManualResult.ERASE) {
            notices.corrected(
                    uow,
                    given.link(),
                    given.caller().authority(),
                    given.finding().finding());
        }
        if (result == ManualResult.REOPEN) {
            after.ifPresent(link -> notices.yellow(uow, link));
        }
        if (result == ManualResult.RED) {
            after.ifPresent(link -> notices.red(uow, link, linked));
            after.filter(Link::joins).ifPresent(link -> notices.aliases(uow, link, linked));
        }
        return letter(
                given,
                after.filter(link -> link.colour() == LinkColour.WHITE || link.colour() == LinkColour.RED),
                linked);
    }

    private String letter(Case given, Optional<Link> after, List<OriginRecord> linked) {
        if (!given.row().letter() || after.isEmpty()) {
            return "NOT_DUE";
        }
        Link link = after.get();
        Optional<String> silence = book.rules().authorities().silence(participants(linked));
        silence.ifPresentOrElse(
                source -> book.notices().silence(given.uow(), link, source),
                () -> book.notices().letter(given.uow(), link, link.colour().name()));
        return silence.isPresent() ? "SUPPRESSED" : "SENT";
    }

    private List<OriginRecord> linked(UnitOfWork uow, Link link) {
        return link.records().stream()
                .flatMap(ref -> book.records().find(uow, ref).stream())
                .toList();
    }

    private static List<Participant> participants(List<OriginRecord> linked) {
        return linked.stream().map(Participant::of).toList();
    }
}
