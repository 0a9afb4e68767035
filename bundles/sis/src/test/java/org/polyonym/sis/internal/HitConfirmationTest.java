package org.polyonym.sis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polyonym.problem.ProblemType;
import org.polyonym.systemkit.fixture.Entries;

class HitConfirmationTest extends SisTest {
    @Test
    void sendsExactlyOneGFormForAHitHoweverOftenItIsReported() {
        sis.register(SIRENE_1, refusal("a1").build());
        HitAnswer first = confirm(POLICE_2, "a1", report());
        HitAnswer again = confirm(POLICE_2, "a1", report());
        assertThat(first.hit()).isTrue();
        assertThat(first.action()).isEqualTo("REFUSE_ENTRY");
        assertThat(again).isEqualTo(first);
        assertThat(sent("G_FORM")).containsExactly("SIRENE@MS-1");
    }

    @Test
    void demandsAComparisonBeforeANameMatchOnAnAlertWithPrintsIsConfirmed() {
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        assertRefused(ProblemType.COMPARISON_REQUIRED, () -> confirm(POLICE_2, "a1", report()));
        assertThat(sent("G_FORM")).isEmpty();
        assertThat(confirm(POLICE_2, "a1", report(Entries.finger("P1"))).hit()).isTrue();
    }

    @Test
    void makesNoHitOfANamesakeWhosePrintsDifferOrOfADoubtfulComparison() {
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        assertThat(confirm(POLICE_2, "a1", report(Entries.finger("P2"))).reason())
                .isEqualTo("DIFFERENT_PERSON");
        assertThat(confirm(POLICE_2, "a1", report(Entries.finger("P1?"))).reason())
                .isEqualTo("EXPERT_CHECK");
        assertThat(platform.sent).isEmpty();
    }

    @Test
    void makesNoHitWithoutConfirmationFurtherActionOrAForeignAlert() {
        sis.register(SIRENE_1, refusal("a1").build());
        HitReport denied = new HitReport(false, "Gate 4", "refused entry", List.of(), Optional.empty());
        HitReport idle = new HitReport(true, "Gate 4", "", List.of(), Optional.empty());
        assertThat(confirm(POLICE_2, "a1", denied).reason()).isEqualTo("NOT_CONFIRMED");
        assertThat(confirm(POLICE_2, "a1", idle).reason()).isEqualTo("NO_FURTHER_ACTION");
        assertThat(confirm(SIRENE_1, "a1", report()).reason()).isEqualTo("NATIONAL_ALERT");
        assertThat(platform.sent).isEmpty();
        assertThat(platform.audit.getLast().event()).isEqualTo("MATCH_WITHOUT_HIT");
    }

    @Test
    void tellsEuropolOfAHitOnATerrorismAlertUnlessAnExemptionIsRecorded() {
        sis.register(SIRENE_1, refusal("a1").with("markers", "TERRORISM").build());
        assertThat(confirm(POLICE_2, "a1", report()).europol()).isEqualTo("NOTIFIED");
        assertThat(sent("EUROPOL_TERRORISM_HIT")).containsExactly("EUROPOL@EU");
        HitReport exempt = new HitReport(true, "Gate 4", "refused entry", List.of(), Optional.of("INVESTIGATION"));
        assertThat(confirm(SIRENE_2, "a1", exempt).europol()).isEqualTo("EXEMPTED");
        assertThat(sent("EUROPOL_TERRORISM_HIT")).hasSize(1);
        assertThat(platform.audit.getLast().detail()).containsEntry("exemption", "INVESTIGATION");
    }

    @Test
    void tellsEuropolOfEveryInformationAlertHitAndTakesNoExemption() {
        sis.register(SIRENE_1, alert("INFORMATION", "i1", "COLLECT_INFORMATION").build());
        HitReport exempt = new HitReport(true, "Gate 4", "refused entry", List.of(), Optional.of("INVESTIGATION"));
        assertRefused(ProblemType.INVALID_VALUE, () -> confirm(POLICE_2, "i1", exempt));
        assertThat(confirm(POLICE_2, "i1", report()).europol()).isEqualTo("NOTIFIED");
        assertThat(sent("EUROPOL_INFORMATION_HIT")).hasSize(1);
    }

    @Test
    void knowsNoAlertThatTheOfficialMayNotSee() {
        sis.register(SIRENE_1, discreet("a1").build());
        assertRefused(ProblemType.NOT_FOUND, () -> confirm(IMMIGRATION_2, "a1", report()));
        assertRefused(ProblemType.NOT_FOUND, () -> confirm(IMMIGRATION_2, "none", report()));
    }
}
