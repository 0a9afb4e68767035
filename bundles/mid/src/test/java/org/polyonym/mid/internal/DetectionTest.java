package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.mid.internal.RecordBuilder.alert;
import static org.polyonym.mid.internal.RecordBuilder.ees;
import static org.polyonym.mid.internal.RecordBuilder.eurodac;
import static org.polyonym.mid.internal.RecordBuilder.vis;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.Outcome;

@Timeout(60)
class DetectionTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private OriginRef refusal() {
        return world.register(alert("r1", "REFUSAL_OF_ENTRY", "MS-1")
                .named("Nadir", "SELMANI")
                .born("1993-11-22")
                .fingersOf("P1"));
    }

    private OriginRef crossing() {
        return world.register(eurodac("e2", "MS-1")
                .named("Nadir", "SELMANI")
                .born("1993-11-22")
                .fingersOf("P1"));
    }

    private OriginRef otherName(String id) {
        return world.enter(eurodac(id, "MS-2")
                .named("Karim", "HADDO")
                .born("1992-10-22")
                .of("XBB")
                .fingersOf("P1"));
    }

    @Test
    void linksWhiteForSamePrintsAndSameNameAndTellsNobody() {
        OriginRef eurodac = crossing();
        OriginRef alert = refusal();
        Link link = world.linkBetween(eurodac, alert);
        assertThat(link.colour()).isEqualTo(LinkColour.WHITE);
        assertThat(link.status().reason()).isEqualTo("W-a");
        assertThat(world.sent).isEmpty();
    }

    @Test
    void linksNothingToARecordedDecisionToEnterNoAlert() {
        world.enter(alert("c1", "CASE_WITHOUT_ALERT", "MS-1")
                .named("Nadir", "SELMANI")
                .born("1993-11-22")
                .fingersOf("P1"));
        crossing();
        assertThat(world.links()).isEmpty();
        assertThat(world.sent).isEmpty();
    }

    @Test
    void turnsAnAutomaticWhiteYellowWhenTheGroupGrowsByAnotherName() {
        OriginRef eurodac = crossing();
        OriginRef alert = refusal();
        Link before = world.linkBetween(eurodac, alert);
        OriginRef second = otherName("e6");
        world.records.group(eurodac, second);
        world.detect(second);
        Link after = world.linkBetween(eurodac, alert);
        assertThat(after.linkId()).isEqualTo(before.linkId());
        assertThat(after.colour()).isEqualTo(LinkColour.YELLOW);
        assertThat(after.status().discrepancy()).isTrue();
        assertThat(after.status().reason()).isEqualTo("Y-A");
        assertThat(after.responsible().text()).isEqualTo("ASYLUM@MS-2");
        assertThat(world.sentTo("ASYLUM@MS-2")).containsExactly("YELLOW_LINK");
        assertThat(world.sent).hasSize(1);
        assertThat(world.links()).hasSize(1);
    }

    @Test
    void neverLinksInsideOneSystem() {
        world.register(vis("v1").named("Anna", "BERG").fingersOf("P2").passport("X1"));
        world.register(vis("v2").named("Olga", "STEIN").fingersOf("P2").passport("X1"));
        assertThat(world.links()).isEmpty();
    }

    @Test
    void makesNoSecondLinkWhenTheTaskIsReplayed() {
        OriginRef eurodac =
                world.register(eurodac("e6", "MS-2").named("Karim", "HADDO").fingersOf("P1"));
        OriginRef alert = refusal();
        Link before = world.linkBetween(eurodac, alert);
        int told = world.sent.size();
        world.detect(alert);
        world.detect(eurodac);
        assertThat(world.links()).containsExactly(before);
        assertThat(world.sent).hasSize(told);
    }

    @Test
    void failsWithoutATraceWhenTheGalleryWasNotWhollySearched() {
        crossing();
        OriginRef alert = world.enter(alert("r1", "REFUSAL_OF_ENTRY", "MS-1")
                .named("Nadir", "SELMANI")
                .fingersOf("P1"));
        world.matching.complete = false;
        assertThatThrownBy(() -> world.detect(alert))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.COMPONENT_UNAVAILABLE));
        assertThat(world.links()).isEmpty();
        world.matching.complete = true;
        world.detect(alert);
        assertThat(world.links()).hasSize(1);
    }

    @Test
    void keepsNoPersonalDataInTheDetectorsStoreNorInTheLog() {
        world.register(ees("x1")
                .named("Anna", "BERGSTROEM")
                .born("1984-07-19")
                .passport("K7654321")
                .fingersOf("P3"));
        world.register(vis("x2")
                .named("Olga", "STEINHAUSER")
                .born("1984-07-19")
                .passport("K7654321")
                .fingersOf("P3"));
        String kept = world.everythingStored() + world.log + world.sent;
        assertThat(kept).contains("EES/x1", "VIS/x2", "Y-A");
        for (String value : Set.of("Anna", "BERGSTROEM", "Olga", "STEINHAUSER", "1984-07-19", "K7654321", "Utoville")) {
            assertThat(kept).doesNotContainIgnoringCase(value);
        }
    }

    @Test
    void logsTheClassOfEveryFieldWithTheRuleVersion() {
        crossing();
        refusal();
        assertThat(world.log)
                .filteredOn(entry -> entry.event().equals("IDENTITY_COMPARED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("names", "SAME")
                        .containsEntry("row", "C03")
                        .containsEntry("thresholdVersion", "thresholds-1")
                        .hasEntrySatisfying(
                                "ruleSet", version -> assertThat(version).startsWith("SIM-2023-333/")));
    }

    @Test
    void logsANewLinkWithTheClassesAndVersionsThatCarryIt() {
        crossing();
        refusal();
        assertThat(world.log)
                .filteredOn(entry -> entry.event().equals("LINK_CREATED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("colour", "WHITE")
                        .containsEntry("names", "SAME")
                        .containsEntry("birth date", "SAME")
                        .containsKeys("ruleSet", "colourTable"));
    }

    @Test
    void writesAFileWithExactlyTheFiveDataGroups() {
        Link link = world.linkBetween(crossing(), refusal());
        ConfirmationFile file = world.book.store().file(link.sin()).orElseThrow();
        assertThat(Arrays.stream(ConfirmationFile.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactly("sin", "links", "systems", "responsibleAuthority", "createdOrUpdatedAt");
        assertThat(file.systems()).extracting(s -> s.text()).containsExactly("EURODAC", "SIS");
        assertThat(file.links())
                .singleElement()
                .satisfies(entry -> assertThat(entry.linkId()).isEqualTo(link.linkId()));
    }

    @Test
    void erasesLinkAndFileWhenOnlyOneSystemStillHoldsData() {
        OriginRef eurodac = crossing();
        OriginRef alert = refusal();
        Link link = world.linkBetween(eurodac, alert);
        world.erase(alert, alert);
        assertThat(world.links()).isEmpty();
        assertThat(world.book.store().file(link.sin())).isEmpty();
        assertThat(world.book.store().verification(link.linkId())).isEqualTo(Verification.NONE);
    }

    @Test
    void keepsTheLinkWhileTheGroupHasAnotherRecord() {
        OriginRef first = crossing();
        OriginRef second = otherName("e6");
        world.records.group(first, second);
        OriginRef alert = refusal();
        world.erase(first, second);
        Link link = world.linkBetween(second, alert);
        assertThat(link.left().records()).containsExactly(second);
        assertThat(link.status().discrepancy()).isFalse();
        assertThat(link.colour()).isEqualTo(LinkColour.YELLOW);
    }

    @Test
    void letsLinksFollowGroupsThatMerge() {
        OriginRef alert = refusal();
        OriginRef first = crossing();
        OriginRef second = otherName("e6");
        world.detect(second);
        assertThat(world.links()).hasSize(2);
        world.records.group(first, second);
        world.detect(second);
        assertThat(world.links()).singleElement().satisfies(link -> {
            assertThat(link.a().text()).isEqualTo("EURODAC/e2");
            assertThat(link.left().records()).containsExactly(first, second);
            assertThat(link.status().discrepancy()).isTrue();
        });
        assertThat(world.linkBetween(second, alert).colour()).isEqualTo(LinkColour.YELLOW);
    }

    @Test
    void linksAllMatchingItemsWithEachOther() {
        world.register(vis("v1").named("Anna", "BERG").fingersOf("P2"));
        world.register(eurodac("e1", "MS-2").named("Anna", "BERG").fingersOf("P2"));
        world.register(
                alert("a1", "REFUSAL_OF_ENTRY", "MS-1").named("Anna", "BERG").fingersOf("P2"));
        assertThat(world.links()).hasSize(3).allMatch(link -> link.colour() == LinkColour.WHITE);
        assertThat(world.joined).containsExactly("EURODAC/e1|VIS/v1");
    }

    @Test
    void recalculatesAnAutomaticLinkWhenTheOwnerCorrectsTheData() {
        OriginRef file = world.register(vis("v1").named("Berg", "ZIMMERMANN").fingersOf("P2"));
        OriginRef entry = world.register(ees("x1").named("Anna", "BERG").fingersOf("P2"));
        assertThat(world.linkBetween(file, entry).colour()).isEqualTo(LinkColour.YELLOW);
        assertThat(world.joined).isEmpty();
        world.register(vis("v1").named("Anna", "BERG").fingersOf("P2").version(2));
        assertThat(world.linkBetween(file, entry).colour()).isEqualTo(LinkColour.WHITE);
        assertThat(world.joined).containsExactly("EES/x1|VIS/v1");
        world.register(vis("v1").named("Anna", "BERG").version(3));
        world.matching.fingersOf.remove(file);
        world.detect(file);
        assertThat(world.links()).isEmpty();
        assertThat(world.joined).isEmpty();
    }

    @Test
    void givesALinkToAnArrestAlertToTheSireneBureauOfTheAlert() {
        OriginRef alert = world.register(
                alert("a1", "ARREST", "MS-3").named("Jan", "KOWAL").fingersOf("P4"));
        OriginRef entry = world.register(ees("x1").named("Piotr", "NOWAK").fingersOf("P4"));
        Link link = world.linkBetween(alert, entry);
        assertThat(link.responsible().text()).isEqualTo("SIRENE@MS-3");
        assertThat(link.duty().dueAt()).isEmpty();
        assertThat(world.sentTo("SIRENE@MS-3")).containsExactly("YELLOW_LINK");
    }

    @Test
    void setsTheBorderTargetForAnEesTrigger() {
        OriginRef visa = world.register(vis("v1").named("Jan", "KOWAL").fingersOf("P4"));
        OriginRef entry = world.register(ees("x1").named("Piotr", "NOWAK").fingersOf("P4"));
        Link link = world.linkBetween(visa, entry);
        assertThat(link.responsible().text()).isEqualTo("BORDER_SECOND_LINE@MS-4");
        assertThat(link.duty().dueAt()).contains(link.createdAt().plus(Linker.BORDER_TARGET));
        assertThat(link.duty().presence()).isTrue();
    }

    @Test
    void leavesNamesakesWithoutBiometricsAlone() {
        world.register(
                alert("a1", "REFUSAL_OF_ENTRY", "MS-1").named("Jan", "KOWAL").passport("A1"));
        world.register(ees("x1").named("Jan", "KOWAL").passport("B2").fingersOf("P4"));
        assertThat(world.links()).isEmpty();
    }

    @Test
    void makesNamesakesWithDifferentPrintsYellow() {
        world.register(
                alert("a1", "REFUSAL_OF_ENTRY", "MS-1").named("Jan", "KOWAL").fingersOf("P5"));
        OriginRef entry =
                world.register(ees("x1").named("Jan", "KOWAL").passport("B2").fingersOf("P4"));
        assertThat(world.linkBetween(OriginRef.of("SIS/a1"), entry).status().reason())
                .isEqualTo("Y-C");
    }

    @Test
    void neverMakesAnInconclusiveScoreWhite() {
        OriginRef visa =
                world.enter(vis("v1").named("Jan", "KOWAL").passport("A1").fingersOf("P4"));
        OriginRef entry =
                world.enter(ees("x1").named("Jan", "KOWAL").passport("A1").fingersOf("P4"));
        world.matching.told.put(Set.of(visa, entry), Outcome.INCONCLUSIVE);
        world.detect(entry);
        assertThat(world.linkBetween(visa, entry).status().reason()).isEqualTo("NONCOMPARABLE");
    }

    @Test
    void tellsMissingBiometricsFromBiometricsThatCannotBeCompared() {
        OriginRef visa =
                world.register(vis("v1").named("Jan", "KOWAL").passport("A1").fingersOf("P4"));
        OriginRef face =
                world.register(ees("x1").named("Jan", "KOWAL").passport("A1").face());
        OriginRef palm = world.register(alert("s1", "RETURN", "MS-1")
                .named("Jan", "KOWAL")
                .passport("A1")
                .palm());
        assertThat(world.linkBetween(visa, face).status().reason()).isEqualTo("NONCOMPARABLE");
        assertThat(world.linkBetween(visa, palm).status().reason()).isEqualTo("W-b");
    }

    @Test
    void makesAMatchOnAVictimsDataYellowWithAHint() {
        OriginRef alert = world.register(alert("a1", "ARREST", "MS-3")
                .named("Jan", "KOWAL")
                .misusing("Emil", "VICTIM")
                .fingersOf("THIEF"));
        OriginRef victim = world.register(ees("x1").named("Emil", "VICTIM").fingersOf("VICTIM"));
        Link link = world.linkBetween(alert, victim);
        assertThat(link.colour()).isEqualTo(LinkColour.YELLOW);
        assertThat(link.status().hints()).containsExactly(Proposal.MISUSED_IDENTITY);
    }
}
