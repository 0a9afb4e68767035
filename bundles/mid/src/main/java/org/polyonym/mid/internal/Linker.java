package org.polyonym.mid.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.polyonym.access.Caller;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.mid.LinkColour;
import org.polyonym.store.UnitOfWork;
import org.polyonym.time.LegalClock;

/**
 * Brings the link of two groups into line with what the machine proposes. What an officer decided stays: then a differing
 * proposal is only recorded beside it. Doing the same again changes nothing.
 */
final class Linker {
    /** Target for a verification at the border (IO-B 29(4)), never more than a target. */
    static final Duration BORDER_TARGET = Duration.ofHours(12);
    /** The link was erased by hand before, so the machine does not make it white again by itself. */
    static final String ERASED_BEFORE = "ERASED-BEFORE";

    private static final String COMPONENT = "mid";

    private final LinkStore store;
    private final ResponsibleAuthority authorities;
    private final LinkNotices notices;
    private final LinkAudit audit;
    private final IdentityRepository files;
    private final LegalClock clock;
    private final Supplier<String> identifiers;

    /** Takes its collaborators. */
    Linker(
            LinkStore store,
            ResponsibleAuthority authorities,
            LinkNotices notices,
            LinkAudit audit,
            IdentityRepository files,
            LegalClock clock,
            Supplier<String> identifiers) {
        this.store = store;
        this.authorities = authorities;
        this.notices = notices;
        this.audit = audit;
        this.files = files;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** Applies the evidence of two groups. */
    void apply(UnitOfWork uow, Caller caller, Evaluated pair) {
        Optional<Proposal> proposal = GroupEvaluation.of(pair.evidence()).map(found -> reconciled(uow, pair, found));
        Optional<Link> existing =
                store.between(uow, pair.left().group(), pair.right().group());
        if (existing.isEmpty()) {
            proposal.ifPresent(found -> create(uow, caller, pair, found));
        } else if (existing.get().status().held()) {
            hold(uow, existing.get(), pair, proposal);
        } else if (proposal.isEmpty()) {
            erase(uow, caller, existing.get(), "NO_MATCH");
        } else {
            move(uow, caller, existing.get(), pair, proposal.get());
        }
    }

    /** Erases a link whose ground is gone (IO 35, 48(6)). */
    void erase(UnitOfWork uow, Caller caller, Link link, String reason) {
        store.erase(uow, link);
        keepFiles(uow, Optional.of(link), Optional.empty());
        audit.link(uow, "LINK_ERASED", caller, link, "NONE", reason);
    }

    /** Joins or parts individual files as the link says one person or no longer does (IO 19(2)). */
    void keepFiles(UnitOfWork uow, Optional<Link> before, Optional<Link> after) {
        Optional<Link> was = before.filter(Linker::joinsFiles);
        Optional<Link> is = after.filter(Linker::joinsFiles);
        boolean moved = !was.map(Link::pair).equals(is.map(Link::pair));
        if (moved) {
            was.ifPresent(link -> files.part(uow, link.a(), link.b()));
            is.ifPresent(link -> files.join(uow, link.a(), link.b()));
        }
    }

    private static boolean joinsFiles(Link link) {
        return link.joins() && CirSystems.ALL.containsAll(link.systems());
    }

    /** A white that an officer's earlier decisions speak against becomes yellow. */
    private Proposal reconciled(UnitOfWork uow, Evaluated pair, Proposal proposal) {
        if (proposal.verdict() != Verdict.WHITE) {
            return proposal;
        }
        if (pair.correction().filter(c -> clock.now().isBefore(c.validUntil())).isPresent()) {
            return proposal.doubted(ERASED_BEFORE);
        }
        List<Link> cluster =
                store.cluster(uow, List.of(pair.left().group(), pair.right().group()));
        return Consistency.conflict(pair.left().group(), pair.right().group(), Persons.ONE, cluster)
                        .isEmpty()
                ? proposal
                : proposal.contradicted(Proposal.INCONSISTENT);
    }

    private void create(UnitOfWork uow, Caller caller, Evaluated pair, Proposal proposal) {
        Instant now = clock.now();
        Link link = new Link(
                identifiers.get(),
                identifiers.get(),
                pair.left(),
                pair.right(),
                Status.machine(proposal),
                duty(pair, now),
                now,
                now);
        Verification beside = Verification.NONE.withEvidence(pair.evidence()).withEvent(event(link, now));
        store.save(uow, link, beside);
        keepFiles(uow, Optional.empty(), Optional.of(link));
        audit.link(uow, "LINK_CREATED", caller, link, pair.evidence());
        tellIfYellow(uow, link);
    }

    private void move(UnitOfWork uow, Caller caller, Link before, Evaluated pair, Proposal proposal) {
        Status status = Status.machine(proposal);
        boolean turnsYellow = proposal.verdict() == Verdict.YELLOW && before.joins();
        Duty duty = turnsYellow ? duty(pair, clock.now()) : override(before.duty(), pair);
        boolean same = status.equals(before.status()) && duty.equals(before.duty());
        Link after = before.with(pair.left(), pair.right()).with(status, duty, same ? before.updatedAt() : clock.now());
        Verification beside = store.verification(uow, before.linkId()).withEvidence(pair.evidence());
        if (!status.equals(before.status())) {
            beside = beside.withEvent(event(after, after.updatedAt()));
        }
        if (after.equals(before) && beside.equals(store.verification(uow, before.linkId()))) {
            return;
        }
        store.save(uow, after, beside);
        keepFiles(uow, Optional.of(before), Optional.of(after));
        if (!same) {
            audit.link(uow, "LINK_CHANGED", caller, after, pair.evidence());
        }
        boolean otherAuthority = !duty.authority().equals(before.responsible());
        if (turnsYellow || otherAuthority) {
            tellIfYellow(uow, after);
        }
    }

    /** An officer decided: the link is extended to new data (IO 28(2)), its colour stays. */
    private void hold(UnitOfWork uow, Link before, Evaluated pair, Optional<Proposal> proposal) {
        boolean open = before.status().persons() == Persons.OPEN;
        Duty duty = open ? override(before.duty(), pair) : before.duty();
        Link after = before.with(pair.left(), pair.right()).with(before.status(), duty, before.updatedAt());
        Verification earlier = store.verification(uow, before.linkId());
        Optional<Verification.Review> review = review(before, proposal, earlier.review());
        Verification beside = earlier.withEvidence(pair.evidence()).withReview(review);
        if (after.equals(before) && beside.equals(earlier)) {
            return;
        }
        store.save(uow, after, beside);
        review.filter(found -> !review.equals(earlier.review())).ifPresent(found -> notices.review(uow, after, found));
        if (!duty.authority().equals(before.responsible())) {
            tellIfYellow(uow, after);
        }
    }

    private Optional<Verification.Review> review(
            Link link, Optional<Proposal> proposal, Optional<Verification.Review> earlier) {
        Verdict verdict = proposal.map(Proposal::verdict).orElse(Verdict.NONE);
        String reason = proposal.map(found -> found.row().reason()).orElse("-");
        boolean agrees = reason.equals(link.row().reason())
                || verdict.name().equals(link.colour().name());
        if (agrees) {
            return Optional.empty();
        }
        return earlier.filter(review -> review.says(verdict, reason))
                .or(() -> Optional.of(new Verification.Review(
                        verdict, reason, proposal.map(Proposal::discrepancy).orElse(false), clock.now())));
    }

    private Duty duty(Evaluated pair, Instant now) {
        Responsibility found = authorities.resolve(pair.trigger(), pair.partner(), pair.linked());
        Optional<Instant> dueAt = found.presence() ? Optional.of(now.plus(BORDER_TARGET)) : Optional.empty();
        return new Duty(found.authority(), found.presence(), pair.trigger().ref(), dueAt);
    }

    /** The type of an alert decides at any time; otherwise the duty stays where it is. */
    private Duty override(Duty duty, Evaluated pair) {
        return authorities
                .override(pair.linked())
                .filter(found -> !found.authority().equals(duty.authority()))
                .map(found -> new Duty(found.authority(), found.presence(), duty.trigger(), Optional.empty()))
                .orElse(duty);
    }

    private void tellIfYellow(UnitOfWork uow, Link link) {
        if (link.colour() == LinkColour.YELLOW) {
            notices.yellow(uow, link);
        }
    }

    private static Verification.Event event(Link link, Instant at) {
        return new Verification.Event(
                at,
                link.colour().name(),
                link.status().reason(),
                COMPONENT,
                COMPONENT,
                link.row().row(),
                link.row().source(),
                "",
                "");
    }
}
