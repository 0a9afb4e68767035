package org.polyonym.sis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.problem.ProblemType;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class AlertEntryTest extends SisTest {
    @Test
    void refusesAnAlertWithoutItsMinimumContent() {
        assertRefused(
                ProblemType.MISSING_FIELD,
                () -> sis.register(
                        SIRENE_1,
                        alert("REFUSAL_OF_ENTRY", "a1", "REFUSE_ENTRY").build()));
        assertRefused(
                ProblemType.MISSING_FIELD,
                () -> sis.register(
                        SIRENE_1, refusal("a1").with("proportionality", " ").build()));
        assertThat(sis.read(SIRENE_1, "a1")).isEmpty();
    }

    @Test
    void takesAnUnknownWantedPersonWithPrintsAloneAndRefusesOneWithAName() {
        sis.register(SIRENE_1, Entries.of("UNKNOWN_WANTED").id("u1").print("L1").build());
        assertThat(sis.read(SIRENE_1, "u1")).isPresent();
        assertThat(platform.runTasks(sis)).isEmpty();
        assertRefused(
                ProblemType.INVALID_VALUE,
                () -> sis.register(
                        SIRENE_1,
                        Entries.of("UNKNOWN_WANTED")
                                .person("Known", "Man", "1990-01-02")
                                .print("L2")
                                .build()));
    }

    @Test
    void storesAPalmPrintButMakesNoTemplateOfIt() {
        OriginRecord record = sis.register(
                        SIRENE_1,
                        refusal("a1")
                                .sample(Modality.PALM_PRINT, CaptureContext.SCANNED, "palm")
                                .build())
                .record();
        assertThat(record.samples())
                .singleElement()
                .satisfies(s -> assertThat(s.template()).isFalse());
        assertThat(sis.readImage(SIRENE_1, "a1", record.samples().getFirst().sampleId()))
                .isPresent();
    }

    @Test
    void opensAConsultationInsteadOfEnteringADiscreetCheckAgainstAnotherStatesRefusal() {
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        assertRefused(
                ProblemType.ALERT_INCOMPATIBLE,
                () -> sis.register(
                        SIRENE_2,
                        discreet("a2")
                                .person("Haddo", "Karim", "1992-10-22")
                                .print("P1")
                                .build()));
        assertThat(sent("E_FORM")).containsExactly("SIRENE@MS-1", "SIRENE@MS-2");
        assertThat(platform.sent.getFirst().facts()).containsEntry("prevailing", "REFUSAL_OF_ENTRY");
        assertThat(sis.read(SIRENE_2, "a2")).isEmpty();
    }

    @Test
    void findsTheIncompatibleAlertByTheSameIdentityWhereThereAreNoPrints() {
        sis.register(SIRENE_1, refusal("a1").build());
        assertRefused(
                ProblemType.ALERT_INCOMPATIBLE,
                () -> sis.register(SIRENE_2, discreet("a2").build()));
    }

    @Test
    void entersTheAlertOfANamesakeWhosePrintsDiffer() {
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        sis.register(SIRENE_2, discreet("a2").print("P2").build());
        assertThat(sis.read(SIRENE_2, "a2")).isPresent();
        assertThat(platform.sent).isEmpty();
    }

    @Test
    void entersTheAlertOfANamesakeOnceTheBureauxHaveFoundThatThePersonsDiffer() {
        sis.register(SIRENE_1, refusal("a1").build());
        sis.register(
                SIRENE_2, discreet("a2").with("differentPersonFrom", "SIS/a1").build());
        assertThat(sis.read(SIRENE_2, "a2")).isPresent();
    }

    @Test
    void entersACompatibleAlertOfAnotherStateAndRefusesASecondOfTheSame() {
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        sis.register(SIRENE_2, refusal("a2").print("P1").build());
        assertThat(sis.groupOf("a2").orElseThrow().participants()).hasSize(1);
        assertRefused(
                ProblemType.ALERT_INCOMPATIBLE,
                () -> sis.register(SIRENE_1, refusal("a3").print("P1").build()));
    }

    @Test
    void entersAnArrestAlertAtOnceAndConsultsAfterwards() {
        sis.register(SIRENE_1, discreet("a1").print("P1").build());
        assertThat(sis.register(
                                SIRENE_2,
                                alert("ARREST", "a2", "ARREST").print("P1").build())
                        .warnings())
                .contains(SisLaw.CONSULTATION_OPENED);
        assertThat(sis.read(SIRENE_2, "a2")).isPresent();
        assertThat(sent("E_FORM")).hasSize(2);
    }

    @Test
    void leavesATerrorismCaseWithoutAlertOnlyWithARecordedException() {
        Entries without = Entries.of("CASE_WITHOUT_ALERT")
                .id("c1")
                .person("A", "B", "1990-02-03")
                .with("markers", "TERRORISM");
        assertRefused(ProblemType.PROPORTIONALITY, () -> sis.register(SIRENE_1, without.build()));
        without.with("exceptionReason", "NATIONAL_SECURITY").with("obstructsInquiries", "yes");
        sis.register(SIRENE_1, without.build());
        assertThat(sis.read(SIRENE_1, "c1")).isPresent();
        assertThat(sis.read(SIRENE_2, "c1")).isEmpty();
    }

    @Test
    void doesNotLetATerrorismAlertBeErasedAtWill() {
        sis.register(SIRENE_1, refusal("a1").with("markers", "ARMED,TERRORISM").build());
        assertRefused(ProblemType.PROPORTIONALITY, () -> sis.erase(SIRENE_1, "a1", "no longer wanted"));
        sis.erase(SIRENE_1, "a1", "PURPOSE_MET: person located");
        assertThat(sis.read(SIRENE_1, "a1")).isEmpty();
    }

    @Test
    void prolongsAnAlertOnlyAfterARecordedAssessment() {
        sis.register(SIRENE_1, discreet("a1").build());
        assertRefused(
                ProblemType.MISSING_FIELD,
                () -> sis.amend(
                        SIRENE_1,
                        "a1",
                        1,
                        discreet("a1").with("prolongedUntil", "2028-01-01").build()));
        OriginRecord after = sis.amend(
                        SIRENE_1,
                        "a1",
                        1,
                        discreet("a1")
                                .with("prolongedUntil", "2028-01-01")
                                .with("prolongationAssessment", "A-7")
                                .build())
                .record();
        assertThat(after.retentionUntil()).hasToString("Optional[2028-01-01]");
    }

    @Test
    void deletesAnAlertWhenItsReviewPeriodHasPassed() {
        sis.register(SIRENE_1, discreet("a1").build());
        sis.run(TestPlatform.FIRST_DAY.plusYears(1).plusDays(1));
        assertThat(sis.read(SIRENE_1, "a1")).isEmpty();
    }

    @Test
    void knowsTheCompatibilityOfEveryPersonAlertButTheUnknownWanted() {
        AlertCompatibility table = new AlertCompatibility(platform.contracts().rules());
        List<String> without = platform.contracts().rules().table("categories").rows().stream()
                .filter(row -> row.get("system").equals("SIS"))
                .map(row -> row.get("category"))
                .filter(category -> !table.concerns(category))
                .toList();
        assertThat(without).containsExactly("UNKNOWN_WANTED", "OBJECT_DOCUMENT", "CASE_WITHOUT_ALERT");
        assertThat(table.compatible("DISCREET_CHECK", "REFUSAL_OF_ENTRY")).isFalse();
        assertThat(table.compatible("JUDICIAL", "ARREST")).isTrue();
    }

    @Test
    void hasTheLinksOfAnErasedAlertReviewedThoughItsCategoryStartsNoDetection() {
        sis.register(SIRENE_1, alert("INFORMATION", "i1", "COLLECT_INFORMATION").build());
        assertThat(platform.runTasks(sis)).isEmpty();
        sis.erase(SIRENE_1, "i1", "purpose met");
        assertThat(platform.runTasks(sis)).containsExactly("SIS/i1");
    }
}
