package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.mid.internal.RecordBuilder.alert;
import static org.polyonym.mid.internal.RecordBuilder.ees;
import static org.polyonym.mid.internal.RecordBuilder.eurodac;
import static org.polyonym.mid.internal.RecordBuilder.vis;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.OriginRef;
import org.polyonym.notification.Notification;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.Outcome;

@Timeout(60)
class LinkDecisionsTest {
    private static final String ASYLUM = "ASYLUM@MS-2";
    private static final String BORDER = "BORDER_SECOND_LINE@MS-4";
    private static final String SIRENE = "SIRENE@MS-1";

    private final World world = new World();

    @BeforeEach
    void profiles() {
        world.access
                .give(ASYLUM, "EURODAC SIS VIS")
                .give("ASYLUM@MS-1", "EURODAC SIS VIS")
                .give(BORDER, "EES VIS SIS")
                .give("IMMIGRATION@MS-3", "EES VIS SIS")
                .give(SIRENE, "SIS")
                .give("SIRENE@MS-2", "SIS");
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** A refusal alert of MS-1 and an asylum claim in MS-2, same prints, other name. */
    private Link asylumAndRefusal() {
        return asylumAnd("REFUSAL_OF_ENTRY");
    }

    private Link asylumAnd(String category) {
        OriginRef alert = world.register(
                alert("r1", category, "MS-1").named("Nadir", "SELMANI").fingersOf("P1"));
        OriginRef claim =
                world.register(eurodac("e6", "MS-2").named("Karim", "HADDO").fingersOf("P1"));
        world.sent.clear();
        return world.linkBetween(alert, claim);
    }

    private Link visaAndEntry(String namedInVisa, String fingersInVisa) {
        OriginRef visa = world.register(
                vis("v1").named("Anna", namedInVisa).passport("A1").fingersOf(fingersInVisa));
        OriginRef entry =
                world.register(ees("x1").named("Anna", "BERG").passport("A1").fingersOf("P2"));
        world.sent.clear();
        return world.linkBetween(visa, entry);
    }

    private Link now(Link link) {
        return world.book.store().link(link.linkId()).orElseThrow();
    }

    @Test
    void redTellsTheOwnersProposesTheAliasAndInformsThePerson() {
        Link link = asylumAndRefusal();
        LinkDecisions.Outcome outcome = world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        assertThat(now(link).colour()).isEqualTo(LinkColour.RED);
        assertThat(outcome.letter()).isEqualTo("SENT");
        assertThat(world.sentTo(SIRENE)).containsExactly("RED_LINK", "ALIAS_PROPOSAL");
        assertThat(world.sentTo(ASYLUM)).containsExactly("RED_LINK", "PERSON_INFORMED");
        assertThat(world.sent)
                .filteredOn(message -> message.type().equals("ALIAS_PROPOSAL"))
                .extracting(Notification::facts)
                .singleElement()
                .satisfies(facts ->
                        assertThat(facts).containsEntry("alias", "Karim HADDO").containsEntry("alert", "SIS/r1"));
    }

    @Test
    void keepsSilentTowardsThePersonWhenADiscreetCheckIsLinked() {
        Link link = asylumAnd("DISCREET_CHECK");
        assertThat(link.responsible().text()).isEqualTo(SIRENE);
        LinkDecisions.Outcome outcome = world.decide(SIRENE, link, "SAME_PERSON_UNJUSTIFIED");
        assertThat(outcome.letter()).isEqualTo("SUPPRESSED");
        assertThat(world.sent).extracting(Notification::type).contains("PERSON_NOT_INFORMED");
        assertThat(world.sent).extracting(Notification::type).doesNotContain("PERSON_INFORMED");
    }

    @Test
    void keepsActorReasonAndEvidenceInTheHistory() {
        Link link = asylumAndRefusal();
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        assertThat(world.book.store().verification(link.linkId()).history())
                .extracting(Verification.Event::colour)
                .containsExactly("YELLOW", "RED");
        assertThat(world.book.store().verification(link.linkId()).history().getLast())
                .satisfies(event -> {
                    assertThat(event.user()).isEqualTo("officer-7");
                    assertThat(event.actor()).isEqualTo(ASYLUM);
                    assertThat(event.grounds()).isEqualTo("interview");
                    assertThat(event.evidenceReference()).isEqualTo("national file 3");
                    assertThat(event.row()).isEqualTo("M02");
                });
    }

    @Test
    void machineNeverChangesWhatAnOfficerDecidedButRecordsItsProposal() {
        Link link = asylumAndRefusal();
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        world.sent.clear();
        OriginRef claim = world.register(
                eurodac("e6", "MS-2").named("Nadir", "SELMANI").fingersOf("P1").version(2));
        assertThat(now(link).colour()).isEqualTo(LinkColour.RED);
        Verification.Review review =
                world.book.store().verification(link.linkId()).review().orElseThrow();
        assertThat(review.verdict()).isEqualTo(Verdict.WHITE);
        assertThat(world.sentTo(ASYLUM)).containsExactly("REVIEW_PROPOSAL");
        world.detect(claim);
        assertThat(world.sentTo(ASYLUM)).containsExactly("REVIEW_PROPOSAL");
    }

    @Test
    void hidesAYellowLinkFromEverybodyElseAsIfItWereAbsent() {
        Link link = asylumAndRefusal();
        ProblemException hidden = problem(() -> world.decide("ASYLUM@MS-1", link, "SAME_PERSON_UNJUSTIFIED"));
        Link absent = Sample.link("EES/none", "VIS/none", LinkColour.YELLOW, Persons.OPEN);
        ProblemException missing = problem(() -> world.decide("ASYLUM@MS-1", absent, "SAME_PERSON_UNJUSTIFIED"));
        assertThat(hidden.type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(hidden.getMessage()).isEqualTo(missing.getMessage());
        assertThat(now(link)).isEqualTo(link);
    }

    @Test
    void justifiedWhiteJoinsTheIndividualFilesAndInformsThePerson() {
        Link link = visaAndEntry("ZIMMERMANN", "P2");
        LinkDecisions.Outcome outcome = world.decide(BORDER, link, "SAME_PERSON_JUSTIFIED");
        assertThat(now(link).colour()).isEqualTo(LinkColour.WHITE);
        assertThat(outcome.letter()).isEqualTo("SENT");
        assertThat(world.joined).containsExactly("EES/x1|VIS/v1");
    }

    @Test
    void redThatSaysTwoPersonsLeavesTheirFilesApart() {
        Link link = visaAndEntry("BERG", "SOMEBODY ELSE");
        assertThat(link.status().reason()).isEqualTo("Y-C");
        world.decide(BORDER, link, "TWO_PERSONS_DOCUMENT_UNLAWFUL");
        assertThat(now(link).colour()).isEqualTo(LinkColour.RED);
        assertThat(world.joined).isEmpty();
        assertThat(world.sent).extracting(Notification::type).doesNotContain("ALIAS_PROPOSAL");
    }

    @Test
    void refusesGreenThatContradictsOtherLinksAndShowsThePath() {
        OriginRef visa = world.register(vis("v1").named("Anna", "BERG").fingersOf("P2"));
        OriginRef alert = world.register(
                alert("r1", "REFUSAL_OF_ENTRY", "MS-1").named("Anna", "BERG").fingersOf("P2"));
        OriginRef entry = world.enter(ees("x1").named("Anna", "BERG").fingersOf("P2"));
        world.matching.told.put(Set.of(visa, entry), Outcome.DIFF);
        world.detect(entry);
        Link contradictory = world.linkBetween(visa, entry);
        assertThat(contradictory.status().reason()).isEqualTo("Y-C");
        assertThatThrownBy(() -> world.decide(BORDER, contradictory, "TWO_PERSONS_LEGITIMATE"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.type()).isEqualTo(ProblemType.LINK_INCONSISTENT);
                    assertThat(e.detail())
                            .contains(world.linkBetween(visa, alert).linkId())
                            .contains(world.linkBetween(alert, entry).linkId());
                });
        assertThat(now(contradictory)).isEqualTo(contradictory);
    }

    @Test
    void doesNotSetAWhiteThatContradictsAnOfficersGreen() {
        Link twins = visaAndEntry("BERG", "TWIN");
        world.decide(BORDER, twins, "TWO_PERSONS_LEGITIMATE");
        assertThat(now(twins).colour()).isEqualTo(LinkColour.GREEN);
        OriginRef alert = world.enter(
                alert("r1", "REFUSAL_OF_ENTRY", "MS-1").named("Anna", "BERG").fingersOf("P2"));
        OriginRef visa = OriginRef.of("VIS/v1");
        OriginRef entry = OriginRef.of("EES/x1");
        world.matching.told.put(Set.of(visa, alert), Outcome.SAME);
        world.detect(alert);
        Link first = world.linkBetween(visa, alert);
        Link second = world.linkBetween(entry, alert);
        Link doubted = first.colour() == LinkColour.YELLOW ? first : second;
        assertThat(first.colour()).isNotEqualTo(second.colour());
        assertThat(doubted.status().hints()).contains(Proposal.INCONSISTENT);
        assertThat(doubted.status().discrepancy()).isTrue();
    }

    @Test
    void aCorrectedMatcherRemovesTheLinkAndTheMachineDoesNotRepeatIt() {
        Link link = asylumAndRefusal();
        LinkDecisions.Outcome outcome = world.decide(ASYLUM, link, "TWO_PERSONS_MATCHER_WRONG");
        assertThat(outcome.link()).isEmpty();
        assertThat(world.links()).isEmpty();
        world.detect(OriginRef.of("SIS/r1"));
        assertThat(world.links()).isEmpty();
        world.now = world.now.plus(Duration.ofDays(366));
        world.detect(OriginRef.of("SIS/r1"));
        assertThat(world.links()).hasSize(1);
    }

    @Test
    void aCorrectedMatcherCanTurnNamesakesIntoOnePerson() {
        Link link = visaAndEntry("BERG", "BADLY CAPTURED");
        LinkDecisions.Outcome outcome = world.decide(BORDER, link, "SAME_PERSON_MATCHER_WRONG");
        assertThat(now(link).colour()).isEqualTo(LinkColour.WHITE);
        assertThat(outcome.letter()).isEqualTo("SENT");
        assertThat(world.joined).containsExactly("EES/x1|VIS/v1");
        world.detect(OriginRef.of("EES/x1"));
        assertThat(now(link).colour()).isEqualTo(LinkColour.WHITE);
    }

    @Test
    void anotherStateReopensAWhiteLinkAndTheNamedAuthorityIsTold() {
        Link link = visaAndEntry("BERG", "P2");
        assertThat(link.colour()).isEqualTo(LinkColour.WHITE);
        world.decide("IMMIGRATION@MS-3", link, "NEW_EVIDENCE");
        assertThat(now(link).colour()).isEqualTo(LinkColour.YELLOW);
        assertThat(world.joined).isEmpty();
        assertThat(world.sentTo(BORDER)).containsExactly("LINK_CORRECTED", "YELLOW_LINK");
        world.detect(OriginRef.of("EES/x1"));
        assertThat(now(link).colour()).isEqualTo(LinkColour.YELLOW);
        world.decide(BORDER, now(link), "SAME_PERSON_JUSTIFIED");
        assertThat(now(link).colour()).isEqualTo(LinkColour.WHITE);
    }

    @Test
    void anErasedWhiteIsDetectedAgainAndThenWaitsForAPerson() {
        Link link = visaAndEntry("BERG", "P2");
        world.decide("IMMIGRATION@MS-3", link, "LINK_UNLAWFUL");
        assertThat(world.links()).isEmpty();
        assertThat(world.store.outbox().ofSubject("EES/x1")).hasSize(1);
        assertThat(world.store.outbox().ofSubject("VIS/v1")).hasSize(1);
        world.detect(OriginRef.of("EES/x1"));
        Link again = world.links().getFirst();
        assertThat(again.colour()).isEqualTo(LinkColour.YELLOW);
        assertThat(again.status().hints()).contains(Linker.ERASED_BEFORE);
    }

    @Test
    void aRedLinkToAnArrestAlertIsErasedByItsSireneAlone() {
        Link link = asylumAnd("ARREST");
        world.decide(SIRENE, link, "SAME_PERSON_UNJUSTIFIED");
        assertThat(problem(() -> world.decide("IMMIGRATION@MS-3", link, "LINK_UNLAWFUL"))
                        .type())
                .isEqualTo(ProblemType.NOT_RESPONSIBLE);
        assertThat(problem(() -> world.decide("SIRENE@MS-2", link, "LINK_UNLAWFUL"))
                        .type())
                .isEqualTo(ProblemType.NOT_RESPONSIBLE);
        assertThat(now(link).colour()).isEqualTo(LinkColour.RED);
        world.decide(SIRENE, link, "LINK_UNLAWFUL");
        assertThat(world.links()).isEmpty();
    }

    @Test
    void awaitsBiometricsWhereTheLawHasNoLimbWithoutThem() {
        OriginRef alert = world.register(
                alert("r1", "REFUSAL_OF_ENTRY", "MS-1").named("Jan", "KOWAL").passport("A1"));
        OriginRef entry =
                world.register(ees("x1").named("Piotr", "NOWAK").passport("A1").fingersOf("P4"));
        Link link = world.linkBetween(alert, entry);
        assertThat(link.status().reason()).isEqualTo("Y-B");
        world.decide(BORDER, link, "TWO_PERSONS_DOCUMENT_UNLAWFUL");
        assertThat(now(link).colour()).isEqualTo(LinkColour.YELLOW);
        assertThat(now(link).status().hints()).containsExactly("BIOMETRICS-NEEDED");
    }

    @Test
    void erasesCorrectionsWhenTheirYearIsOver() {
        Link link = asylumAndRefusal();
        world.decide(ASYLUM, link, "TWO_PERSONS_MATCHER_WRONG");
        EraseExpiredCorrections duty = new EraseExpiredCorrections(world.book, world.store.transactions());
        LocalDate today = LocalDate.ofInstant(world.now, ZoneOffset.UTC);
        duty.run(today.plusDays(364));
        assertThat(world.book.store().corrections("", 10)).hasSize(1);
        duty.run(today.plusDays(367));
        assertThat(world.book.store().corrections("", 10)).isEmpty();
    }

    private static ProblemException problem(ThrowingCallable call) {
        try {
            call.call();
        } catch (ProblemException e) {
            return e;
        } catch (Throwable other) {
            throw new AssertionError("not a problem of the catalogue", other);
        }
        throw new AssertionError("nothing was refused");
    }
}
