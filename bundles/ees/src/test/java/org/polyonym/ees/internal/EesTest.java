package org.polyonym.ees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class EesTest {
    private static final Caller BORDER = Entries.caller(AuthorityKind.BORDER_FIRST_LINE, "MS-1", Purpose.BORDER_ENTRY);

    private final TestPlatform platform = new TestPlatform();
    private final EesSystem ees = open();

    private EesSystem open() {
        Contracts c = platform.contracts();
        return new EesSystem(
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
                Map.of());
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private static Entries traveller(String category, String id) {
        return Entries.of(category)
                .id(id)
                .person("Petrova", "Vera", "1985-07-08")
                .passport("V7654321", "XAA");
    }

    private static Entries refused(String ground, String reason) {
        return traveller("REFUSAL", "r1").with("refusalGround", ground).with("reasonRecord", reason);
    }

    private void assertRefused(ProblemType type, Submission submission) {
        assertThatThrownBy(() -> ees.register(BORDER, submission))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    private static Submission withFingers(FingerPosition... positions) {
        Submission s = traveller("ENTRY", "e1").build();
        List<BiometricSample> samples = List.of(positions).stream()
                .map(p -> new BiometricSample(
                        Modality.FINGERPRINT, p, CaptureContext.LIVE, Image.ofBytes(new byte[] {1})))
                .toList();
        return new Submission(s.category(), s.recordId(), s.identity(), s.documents(), samples, s.attributes());
    }

    @Test
    void findsASecondPassportByPrintsInsideEes() {
        ees.register(BORDER, traveller("ENTRY", "e1").print("P1").face().build());
        ees.register(
                BORDER,
                Entries.of("ENTRY")
                        .id("e2")
                        .person("Other", "Name", "1985-07-08")
                        .passport("B1", "XBB")
                        .print("P1")
                        .build());
        assertThat(platform.runTasks(ees)).containsExactly("EES/e1", "EES/e2");
        assertThat(ees.groupOf("e2").orElseThrow().participants())
                .containsExactly(OriginRef.of("EES/e1"), OriginRef.of("EES/e2"));
    }

    @Test
    void takesFourFingersAndNoMore() {
        ees.register(
                BORDER,
                withFingers(
                        FingerPosition.RIGHT_INDEX,
                        FingerPosition.RIGHT_MIDDLE,
                        FingerPosition.RIGHT_RING,
                        FingerPosition.RIGHT_LITTLE));
        assertRefused(
                ProblemType.INVALID_VALUE,
                withFingers(
                        FingerPosition.RIGHT_THUMB,
                        FingerPosition.RIGHT_INDEX,
                        FingerPosition.RIGHT_MIDDLE,
                        FingerPosition.RIGHT_RING,
                        FingerPosition.RIGHT_LITTLE));
    }

    @Test
    void takesNoPrintsUnderTwelve() {
        assertRefused(
                ProblemType.DATA_QUALITY,
                traveller("ENTRY", "e1")
                        .person("Petrova", "Mia", "2015-01-02")
                        .print("P1")
                        .build());
    }

    @Test
    void refusesARefusalThatRestsOnALink() {
        assertRefused(ProblemType.REASON_IS_LINK, refused("B", "6b1f0d9e").build());
        assertRefused(ProblemType.REASON_IS_LINK, refused("B", "MID/6b1f0d9e").build());
        assertRefused(
                ProblemType.MISSING_FIELD,
                traveller("REFUSAL", "r1").with("refusalGround", "B").build());
    }

    @Test
    void takesARefusalThatCitesTheUnderlyingRecord() {
        ees.register(BORDER, traveller("ENTRY", "e1").build());
        ees.register(BORDER, refused("B", "EES/e1").print("P1").build());
        assertThat(ees.read(BORDER, "r1")).isPresent();
    }

    @Test
    void storesNoBiometricsForAGroundThatNeedsNone() {
        ees.register(BORDER, traveller("ENTRY", "e1").build());
        assertRefused(
                ProblemType.INVALID_VALUE, refused("G", "EES/e1").print("P1").build());
    }

    @Test
    void keepsAFileThreeYearsAndADayAfterExitAndAnOverstayersFive() {
        ees.register(
                BORDER,
                traveller("ENTRY", "e1")
                        .with("authorisedStayUntil", "2026-05-30")
                        .build());
        assertThat(ees.read(BORDER, "e1").orElseThrow().retentionUntil()).contains(LocalDate.of(2031, 5, 30));
        ees.amend(
                BORDER,
                "e1",
                1,
                traveller("ENTRY", "e1")
                        .with("authorisedStayUntil", "2026-05-30")
                        .with("lastExit", "2026-04-01")
                        .build());
        assertThat(ees.read(BORDER, "e1").orElseThrow().retentionUntil()).contains(LocalDate.of(2029, 4, 2));
    }
}
