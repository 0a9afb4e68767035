package org.polyonym.mid.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.polyonym.access.Caller;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.AuthorityKind;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Which row of the manual table an officer's finding leads to, or why it is refused (law catalogue 4.3). Pure. */
final class ManualDecision {
    private final ManualTable table;
    private final ResponsibleAuthority authorities;

    ManualDecision(ManualTable table, ResponsibleAuthority authorities) {
        this.table = table;
        this.authorities = authorities;
    }

    /**
     * The row that applies.
     *
     * @param link the link as it stands; the caller may see it
     * @param linked every linked record
     * @throws ProblemException DECISION_NOT_POSSIBLE, NOT_RESPONSIBLE, DECISION_INCOMPLETE, REASON_IS_LINK
     */
    ManualRow decide(Link link, Collection<Participant> linked, Caller caller, Finding finding) {
        List<ManualRow> offers = table.offers(link.colour(), link.row());
        ManualRow row = offers.stream()
                .filter(offer -> offer.finding().equals(finding.finding()))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofField(
                        ProblemType.DECISION_NOT_POSSIBLE, "finding", "possible findings: " + names(offers)));
        requireAuthority(link, linked, caller, row);
        requireComplete(finding);
        requireUnderlyingData(link, finding);
        requirePresence(link, row, finding);
        return row;
    }

    /** What the caller could find for this link, for its detail view. */
    List<ManualRow> offers(Link link, Collection<Participant> linked, Caller caller) {
        return table.offers(link.colour(), link.row()).stream()
                .filter(row -> entitled(link, linked, caller, row))
                .toList();
    }

    private void requireAuthority(Link link, Collection<Participant> linked, Caller caller, ManualRow row) {
        if (!entitled(link, linked, caller, row)) {
            throw ProblemException.of(
                    ProblemType.NOT_RESPONSIBLE,
                    link.colour() == LinkColour.RED
                            ? "the SIRENE bureau of the alert in the link decides; it was not changed"
                            : "only the authority named in the identity confirmation file decides");
        }
    }

    /** Red links to alerts of IO 29(2) are corrected by the SIRENE bureau of the alert alone (IO 32(7)). */
    private boolean entitled(Link link, Collection<Participant> linked, Caller caller, ManualRow row) {
        if (row.responsibleOnly()) {
            return caller.authority().equals(link.responsible());
        }
        if (link.colour() == LinkColour.RED) {
            return authorities
                    .override(linked)
                    .map(override -> override.authority().equals(caller.authority()))
                    .orElse(true);
        }
        return !isUnion(caller);
    }

    /** White and green are corrected by authorities of Member States (IO 31(3), 33(5)). */
    private static boolean isUnion(Caller caller) {
        return caller.authority().state().text().equals("EU")
                && caller.authority().kind() != AuthorityKind.ETIAS_CENTRAL_UNIT;
    }

    private static void requireComplete(Finding finding) {
        requireText("reason", finding.reason(), Finding.MAX_REASON);
        requireText("evidenceReference", finding.evidenceReference(), Finding.MAX_REFERENCE);
    }

    private static void requireText(String field, String text, int limit) {
        if (text.isEmpty()) {
            throw ProblemException.ofField(ProblemType.DECISION_INCOMPLETE, field, field + " is needed");
        }
        if (text.length() > limit) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, field, field + " has at most " + limit + " characters");
        }
    }

    private static void requireUnderlyingData(Link link, Finding finding) {
        String evidence = finding.evidenceReference().toLowerCase(Locale.ROOT);
        if (evidence.contains(link.linkId().toLowerCase(Locale.ROOT))
                || evidence.contains(link.sin().toLowerCase(Locale.ROOT))) {
            throw ProblemException.ofField(
                    ProblemType.REASON_IS_LINK, "evidenceReference", "the link is not evidence; cite a linked record");
        }
    }

    private static void requirePresence(Link link, ManualRow row, Finding finding) {
        if (row.from() == LinkColour.YELLOW
                && link.duty().presence()
                && !(finding.personPresent() && finding.explanationHeard())) {
            throw ProblemException.ofField(
                    ProblemType.DECISION_INCOMPLETE,
                    finding.personPresent() ? "explanationHeard" : "personPresent",
                    "the verification starts in the person's presence, who is offered to explain (IO-B 29(4))");
        }
    }

    private static String names(List<ManualRow> offers) {
        return offers.stream().map(ManualRow::finding).collect(Collectors.joining(", "));
    }
}
