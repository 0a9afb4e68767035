package org.polyonym.eurodac.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.notification.Notification;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class EurodacTest {
    private static final Caller MS1 = Entries.caller(AuthorityKind.ASYLUM, "MS-1", Purpose.ASYLUM);
    private static final Caller MS2 = Entries.caller(AuthorityKind.ASYLUM, "MS-2", Purpose.ASYLUM);

    private TestPlatform platform = new TestPlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    private EurodacSystem eurodac(Map<String, String> config) {
        return eurodac(platform, platform.contracts(), config);
    }

    static EurodacSystem eurodac(TestPlatform platform, Contracts c, Map<String, String> config) {
        return new EurodacSystem(
                c.transactions(),
                c.documents(),
                c.images(),
                c.outbox(),
                c.audit(),
                c.access(),
                c.biometrics(),
                c.clock(),
                c.rules(),
                platform.records(),
                platform.notifications(),
                config);
    }

    private static Entries crossing(String id, String print) {
        return Entries.of("IRREGULAR_CROSSING")
                .id(id)
                .person("Selmani", "Nadir", "1993-11-22")
                .print(print)
                .face();
    }

    private static Entries claim(String id, String print) {
        return Entries.of("APPLICANT")
                .id(id)
                .person("Haddo", "Karim", "1992-10-22")
                .print(print)
                .face();
    }

    private List<String> types() {
        return platform.sent.stream().map(Notification::type).toList();
    }

    @Test
    void tellsTheStateOfOriginWhenAnotherStateHasAlreadyTakenThesePrints() {
        EurodacSystem eurodac = eurodac(Map.of());
        eurodac.register(MS1, crossing("e2", "P1").build());
        eurodac.register(MS2, claim("e6", "P1").build());
        List<String> detections = platform.runTasks(eurodac);
        Notification hit = platform.sent.getLast();
        assertThat(types()).contains("EURODAC_HIT");
        assertThat(hit.recipient()).isEqualTo(MS2.authority());
        assertThat(hit.subject()).containsExactly("EURODAC/e6", "EURODAC/e2");
        assertThat(eurodac.groupOf("e6").orElseThrow().ref().text()).isEqualTo("EURODAC/e2");
        assertThat(detections).contains("EURODAC/e6");
    }

    @Test
    void findsASecondClaimInTheSameStateOnlyWhenOwnDataAreCompared() {
        EurodacSystem eurodac = eurodac(Map.of());
        eurodac.register(MS2, claim("e6", "P1").build());
        eurodac.register(MS2, claim("e7", "P1").with("compareOwn", "no").build());
        platform.runTasks(eurodac);
        assertThat(eurodac.groupOf("e7").orElseThrow().participants()).hasSize(1);
        eurodac.register(MS2, claim("e8", "P1").build());
        platform.runTasks(eurodac);
        assertThat(eurodac.groupOf("e8").orElseThrow().participants()).hasSize(3);
    }

    @Test
    void leavesOwnDataAloneWhereTheStateHasSwitchedTheComparisonOff() {
        EurodacSystem eurodac = eurodac(Map.of("compareOwn", "false"));
        eurodac.register(MS2, claim("e6", "P1").build());
        eurodac.register(MS2, claim("e7", "P1").build());
        platform.runTasks(eurodac);
        assertThat(eurodac.groupOf("e7").orElseThrow().participants()).hasSize(1);
        assertThat(types()).containsOnly("EURODAC_NO_HIT");
    }

    @Test
    void asksForAnExpertInsteadOfReportingAHitWhenThePrintIsTooPoor() {
        EurodacSystem eurodac = eurodac(Map.of());
        eurodac.register(MS1, crossing("e2", "P1").build());
        eurodac.register(MS2, claim("e7", "P1?").build());
        platform.runTasks(eurodac);
        assertThat(types()).contains("EURODAC_EXPERT_CHECK").doesNotContain("EURODAC_HIT");
        assertThat(eurodac.groupOf("e7").orElseThrow().participants()).containsExactly(OriginRef.of("EURODAC/e7"));
    }

    @Test
    void startsDetectionOnlyWhenTheSetIsComplete() {
        EurodacSystem eurodac = eurodac(Map.of());
        eurodac.register(MS1, crossing("complete", "P1").build());
        eurodac.register(
                MS1,
                Entries.of("IRREGULAR_CROSSING")
                        .id("noface")
                        .person("Selmani", "Nadir", "1993-11-22")
                        .print("P2")
                        .build());
        assertThat(platform.runTasks(eurodac)).containsExactly("EURODAC/complete");
    }

    @Test
    void forgetsAnIrregularCrossingAfterEighteenMonthsByTheRulesOf2016() {
        platform.close();
        platform = new TestPlatform("2016");
        platform.setDay(LocalDate.of(2011, 4, 6));
        EurodacSystem eurodac = eurodac(Map.of());
        eurodac.register(MS1, crossing("e2", "P1").build());
        platform.setDay(LocalDate.of(2012, 10, 6));
        eurodac.run(LocalDate.of(2012, 10, 6));
        assertThat(eurodac.read(MS1, "e2")).isPresent();
        eurodac.run(LocalDate.of(2012, 10, 7));
        assertThat(eurodac.read(MS1, "e2")).isEmpty();
        eurodac.register(MS2, claim("e6", "P1").build());
        assertThat(platform.runTasks(eurodac)).isEmpty();
        assertThat(types()).containsExactly("EURODAC_NO_HIT");
    }

    @Test
    void keepsAnIrregularCrossingFiveYearsToday() {
        EurodacSystem eurodac = eurodac(Map.of());
        eurodac.register(MS1, crossing("e2", "P1").build());
        eurodac.run(TestPlatform.FIRST_DAY.plusYears(5));
        assertThat(eurodac.read(MS1, "e2")).isPresent();
        eurodac.run(TestPlatform.FIRST_DAY.plusYears(5).plusDays(1));
        assertThat(eurodac.read(MS1, "e2")).isEmpty();
    }
}
