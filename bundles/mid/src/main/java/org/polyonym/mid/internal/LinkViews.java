package org.polyonym.mid.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.mid.LinkColour;
import org.polyonym.mid.LinkView;
import org.polyonym.model.GroupRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;

/** Links cut to what a caller may see. A link that the caller may not see is as good as absent. */
final class LinkViews {
    /** Stands for both sides where the answer must not tell the system (IO 9(4), 20(3)). */
    private static final GroupRef WITHHELD = new GroupRef(SystemId.of("CIR"), "withheld");

    private final LinkVisibility visibility;
    private final MidRules rules;
    private final Records records;

    LinkViews(LinkBook book) {
        this.visibility = book.rules().visibility();
        this.rules = book.rules();
        this.records = book.records();
    }

    /**
     * What the caller sees of a link; empty for nothing at all. A link to an alert that SIS hides from the caller would tell
     * of the alert (IO 9(4), SIS-P 37), so it is hidden too, but for the authority that the file names.
     */
    private Optional<Sight> sight(Link link, Caller caller, Profile profile, Set<GroupRef> hit) {
        return visibility
                .sight(link, caller.authority(), profile, hit)
                .filter(sight -> link.responsible().equals(caller.authority()) || !touchesHiddenAlert(link, caller));
    }

    private boolean touchesHiddenAlert(Link link, Caller caller) {
        return link.records().stream()
                .filter(ref -> ref.system().equals(SystemId.SIS))
                .flatMap(ref -> records.find(ref).stream())
                .anyMatch(alert -> rules.hides(caller, alert.category()));
    }

    /** Views of the links that the caller may see, in order of their identifiers. */
    List<LinkView> visible(Collection<Link> links, Caller caller, Profile profile, Set<GroupRef> hit) {
        return links.stream()
                .distinct()
                .sorted(Comparator.comparing(Link::linkId))
                .flatMap(link -> sight(link, caller, profile, hit).stream().map(sight -> view(link, sight, profile)))
                .toList();
    }

    /**
     * How the caller sees a link that it names. Identifiers cannot be guessed and are released only with a link that the
     * caller's query has hit, so naming one counts as having hit both sides (IO 26(4)).
     *
     * @throws ProblemException NOT_FOUND, the same whether the link is hidden or absent
     */
    Sight require(Optional<Link> link, Caller caller, Profile profile) {
        return link.flatMap(found -> sight(found, caller, profile, Set.of(found.a(), found.b())))
                .orElseThrow(LinkViews::notFound);
    }

    /** Hidden and absent are one answer. */
    static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND, "there is no such link or file");
    }

    /** The view itself. */
    LinkView view(Link link, Sight sight, Profile profile) {
        boolean full = sight == Sight.FULL_FILE;
        return new LinkView(
                link.linkId(),
                full ? link.sin() : "",
                profile.namesSource() ? link.a() : WITHHELD,
                profile.namesSource() ? link.b() : WITHHELD,
                link.colour(),
                statement(link.colour()),
                full ? link.status().reason() : "",
                full && link.status().discrepancy(),
                full ? Optional.of(link.responsible()) : Optional.empty(),
                full ? Optional.of(link.updatedAt()) : Optional.empty());
    }

    private static String statement(LinkColour colour) {
        return switch (colour) {
            case YELLOW -> "A manual verification is pending (IO 29). Nothing else follows from this link.";
            case GREEN -> "The linked identity data do not belong to the same person (IO 31(2)).";
            case RED ->
                "Unlawful multiple identities, or use of another's. Consequences rest on the underlying data"
                        + " alone, never on this link (IO 32(2)).";
            case WHITE -> "The linked data concern the same person (IO 33(2)).";
        };
    }
}
