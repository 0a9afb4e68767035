package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.Caller;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

class ManualDecisionTest {
    private static final ManualDecision DECISIONS = new ManualDecision(Tables.MANUAL, Tables.AUTHORITIES);
    private static final Caller ASYLUM = caller("ASYLUM@MS-2");
    private static final List<Participant> REFUSAL = List.of(
            Sample.participant("EURODAC/6", "APPLICANT", "ASYLUM@MS-2"),
            Sample.participant("SIS/1", "REFUSAL_OF_ENTRY", "SIRENE@MS-1"));
    private static final List<Participant> ARREST = List.of(
            Sample.participant("EURODAC/6", "APPLICANT", "ASYLUM@MS-2"),
            Sample.participant("SIS/1", "ARREST", "SIRENE@MS-1"));

    @ParameterizedTest(name = "row {0}, {1}: {2}")
    @CsvSource({
        "C07,SAME_PERSON_JUSTIFIED,WHITE,true",
        "C07,SAME_PERSON_UNJUSTIFIED,RED,true",
        "C07,TWO_PERSONS_MATCHER_WRONG,REENTER_DIFF,false",
        "C25,TWO_PERSONS_LEGITIMATE,GREEN,false",
        "C25,SAME_PERSON_UNJUSTIFIED,RED,true",
        "C25,SAME_PERSON_JUSTIFIED,WHITE,true",
        "C25,TWO_PERSONS_DOCUMENT_UNLAWFUL,KEEP,false",
        "C10,TWO_PERSONS_LEGITIMATE,GREEN,false",
        "C10,TWO_PERSONS_DOCUMENT_UNLAWFUL,RED,true",
        "C11,TWO_PERSONS_UNJUSTIFIED,RED,true",
        "C12,TWO_PERSONS_UNJUSTIFIED,RED,true",
        "C11,SAME_PERSON_MATCHER_WRONG,REENTER_SAME,true",
        "C13,TWO_PERSONS_LEGITIMATE,GREEN,false",
        "C16,TWO_PERSONS_DOCUMENT_UNLAWFUL,RED,true",
        "N01,SAME_PERSON_JUSTIFIED,WHITE,true"
    })
    void leadsFromFindingToColour(String row, String finding, ManualResult result, boolean letter) {
        ManualRow found = DECISIONS.decide(yellow(row, false), REFUSAL, ASYLUM, finding(finding));
        assertThat(found.result()).isEqualTo(result);
        assertThat(found.letter()).isEqualTo(letter);
    }

    @ParameterizedTest(name = "row {0} does not offer {1}")
    @CsvSource({
        "C07,TWO_PERSONS_LEGITIMATE",
        "C11,TWO_PERSONS_DOCUMENT_UNLAWFUL",
        "C10,TWO_PERSONS_UNJUSTIFIED",
        "C13,SAME_PERSON_UNJUSTIFIED",
        "C25,TWO_PERSONS_UNJUSTIFIED",
        "C07,NEW_EVIDENCE",
        "C07,RED"
    })
    void refusesFindingsWithoutALimbAndNamesThePossibleOnes(String row, String finding) {
        assertProblem(yellow(row, false), REFUSAL, ASYLUM, finding(finding), ProblemType.DECISION_NOT_POSSIBLE);
        assertThatThrownBy(() -> DECISIONS.decide(yellow(row, false), REFUSAL, ASYLUM, finding(finding)))
                .hasMessageContaining("_");
    }

    @Test
    void refusesTheFirstDecisionByAnAuthorityNotNamed() {
        assertProblem(
                yellow("C07", false),
                REFUSAL,
                caller("ASYLUM@MS-1"),
                finding("SAME_PERSON_UNJUSTIFIED"),
                ProblemType.NOT_RESPONSIBLE);
    }

    @Test
    void needsReasonAndEvidence() {
        assertProblem(
                yellow("C07", false),
                REFUSAL,
                ASYLUM,
                new Finding("SAME_PERSON_UNJUSTIFIED", " ", "file 7", false, false),
                ProblemType.DECISION_INCOMPLETE);
        assertProblem(
                yellow("C07", false),
                REFUSAL,
                ASYLUM,
                new Finding("SAME_PERSON_UNJUSTIFIED", "lied", null, false, false),
                ProblemType.DECISION_INCOMPLETE);
    }

    @Test
    void refusesTheLinkItselfAsEvidence() {
        Link link = yellow("C07", false);
        assertProblem(
                link,
                REFUSAL,
                ASYLUM,
                new Finding("SAME_PERSON_UNJUSTIFIED", "lied", "link " + link.linkId(), false, false),
                ProblemType.REASON_IS_LINK);
        assertProblem(
                link,
                REFUSAL,
                ASYLUM,
                new Finding("SAME_PERSON_UNJUSTIFIED", "lied", link.sin(), false, false),
                ProblemType.REASON_IS_LINK);
    }

    @Test
    void hearsThePersonBeforeAnEesAuthorityDecides() {
        Link link = yellow("C07", true);
        String finding = "SAME_PERSON_JUSTIFIED";
        assertProblem(
                link,
                REFUSAL,
                ASYLUM,
                new Finding(finding, "married", "deed 3", false, true),
                ProblemType.DECISION_INCOMPLETE);
        assertProblem(
                link,
                REFUSAL,
                ASYLUM,
                new Finding(finding, "married", "deed 3", true, false),
                ProblemType.DECISION_INCOMPLETE);
        assertThat(DECISIONS
                        .decide(link, REFUSAL, ASYLUM, new Finding(finding, "married", "deed 3", true, true))
                        .result())
                .isEqualTo(ManualResult.WHITE);
    }

    @ParameterizedTest
    @CsvSource({"WHITE", "GREEN", "RED"})
    void letsAnyMemberStateReopenOrEraseADecidedLink(LinkColour colour) {
        Link link = Sample.link("EURODAC/6", "SIS/1", colour, Persons.ONE);
        Caller other = caller("IMMIGRATION@MS-3");
        assertThat(DECISIONS
                        .decide(link, REFUSAL, other, finding("NEW_EVIDENCE"))
                        .result())
                .isEqualTo(ManualResult.REOPEN);
        assertThat(DECISIONS
                        .decide(link, REFUSAL, other, finding("LINK_UNLAWFUL"))
                        .result())
                .isEqualTo(ManualResult.ERASE);
        assertProblem(
                link,
                REFUSAL,
                other,
                new Finding("LINK_UNLAWFUL", "wrong", "", false, false),
                ProblemType.DECISION_INCOMPLETE);
    }

    @Test
    void leavesARedLinkToAPoliceAlertToItsSireneAlone() {
        Link link = Sample.link("EURODAC/6", "SIS/1", LinkColour.RED, Persons.ONE);
        assertProblem(link, ARREST, caller("IMMIGRATION@MS-3"), finding("LINK_UNLAWFUL"), ProblemType.NOT_RESPONSIBLE);
        assertProblem(link, ARREST, caller("SIRENE@MS-2"), finding("LINK_UNLAWFUL"), ProblemType.NOT_RESPONSIBLE);
        assertThat(DECISIONS
                        .decide(link, ARREST, caller("SIRENE@MS-1"), finding("LINK_UNLAWFUL"))
                        .result())
                .isEqualTo(ManualResult.ERASE);
    }

    @ParameterizedTest
    @CsvSource({"WHITE", "GREEN", "RED"})
    void offersNoWayFromADecidedColourToAnotherWithoutReopening(LinkColour colour) {
        assertThat(Tables.MANUAL.offers(colour, Sample.row("Y-A")))
                .extracting(ManualRow::result)
                .containsOnly(ManualResult.REOPEN, ManualResult.ERASE);
    }

    @Test
    void refusesATableThatLeavesAYellowLinkUndecidable() {
        assertThatThrownBy(() -> new ManualTable(
                        Tables.without("manual", row -> row.get("reason").equals("Y-D")), Tables.COLOURS))
                .hasMessageContaining("no finding is possible");
    }

    @Test
    void refusesATableWithTwoRowsForOneFinding() {
        assertThatThrownBy(() -> new ManualTable(
                        Tables.with("manual", "M01", "finding", "SAME_PERSON_UNJUSTIFIED"), Tables.COLOURS))
                .hasMessageContaining("overlaps");
    }

    private static void assertProblem(
            Link link, List<Participant> linked, Caller caller, Finding finding, ProblemType type) {
        assertThatThrownBy(() -> DECISIONS.decide(link, linked, caller, finding))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    private static Finding finding(String code) {
        return new Finding(code, "statement and prints", "national file 17, page 3", false, false);
    }

    private static Link yellow(String row, boolean presence) {
        ColourRow basis = Tables.COLOURS.rows().stream()
                .filter(r -> r.row().equals(row))
                .findFirst()
                .orElseThrow();
        Link link = Sample.link("EURODAC/6", "SIS/1", LinkColour.YELLOW, Persons.OPEN, "ASYLUM@MS-2", basis);
        Duty duty = new Duty(link.responsible(), presence, link.duty().trigger(), Optional.empty());
        return link.with(link.status(), duty, link.updatedAt());
    }

    private static Caller caller(String authority) {
        return new Caller(Authority.of(authority), "officer-1", Purpose.ASYLUM, CaseReference.of("case-1"));
    }
}
