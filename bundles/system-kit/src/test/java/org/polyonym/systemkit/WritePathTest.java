package org.polyonym.systemkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.audit.AuditEntry;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SampleRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class WritePathTest {
    private static final Caller MS1 = Entries.caller(AuthorityKind.VISA, "MS-1", Purpose.VISA_EXAMINATION);
    private static final Caller MS2 = Entries.caller(AuthorityKind.VISA, "MS-2", Purpose.VISA_EXAMINATION);

    private final TestPlatform platform = new TestPlatform();
    private final TestSystem vis = new TestSystem(platform, Map.of());

    @AfterEach
    void close() {
        platform.close();
    }

    private static Entries application(String id, String print) {
        return Entries.of("VISA_APPLICATION")
                .id(id)
                .person("Rossi", "Anna", "1988-05-12")
                .passport("X1234567", "XAA")
                .print(print);
    }

    private void assertRefused(ProblemType type, String field, Submission submission) {
        assertThatThrownBy(() -> vis.register(MS1, submission)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(type);
            assertThat(e.field()).isEqualTo(field);
        });
        assertThat(platform.audit).isEmpty();
        assertThat(platform.runTasks(vis)).isEmpty();
    }

    @Test
    void findsARegisteredRecordByNameAndByDocument() {
        vis.register(MS1, application("v1", "P1").build());
        Submission asked = application("x", "P1").build();
        List<RecordMatch> found = platform.records()
                .search(
                        Set.of(SystemId.VIS, SystemId.EES),
                        new SearchQuery(asked.identity(), asked.documents(), SearchQuery.Mode.EXACT),
                        10);
        assertThat(found).singleElement().satisfies(m -> {
            assertThat(m.record().ref().text()).isEqualTo("VIS/v1");
            assertThat(m.byIdentity()).isTrue();
            assertThat(m.byDocument()).isTrue();
        });
    }

    @Test
    void storesTheImageAndTheReferenceOfEverySample() {
        Submission s = application("v1", "P1").face().build();
        OriginRecord record = vis.register(MS1, s).record();
        SampleRef print = record.samples().getFirst();
        assertThat(print.template()).isTrue();
        assertThat(record.samples().get(1).template()).isFalse();
        assertThat(vis.readImage(MS1, "v1", print.sampleId()))
                .contains(s.samples().getFirst().image());
        assertThat(vis.readImage(MS1, "v1", "unknown")).isEmpty();
    }

    @Test
    void namesTheMissingField() {
        assertRefused(
                ProblemType.MISSING_FIELD,
                "identity/birthDate",
                Entries.of("VISA_APPLICATION")
                        .identity(application("v", "P").build().identity())
                        .person("Rossi", "Anna", "0000-00-00")
                        .build());
    }

    @Test
    void refusesABirthDateInTheFuture() {
        assertRefused(
                ProblemType.DATA_QUALITY,
                "identity/birthDate",
                application("v", "P").person("Rossi", "Anna", "2026-03-03").build());
    }

    @Test
    void refusesACountryThatNobodyKnows() {
        assertRefused(
                ProblemType.UNKNOWN_COUNTRY,
                "documents/issuingState",
                application("v", "P").passport("1", "QQQ").build());
    }

    @Test
    void takesCodesOfTheUserAssignedRange() {
        vis.register(
                MS1,
                application("v", "P").passport("1", "XAA").passport("2", "XZZ").build());
        assertThat(vis.groupOf("v")).isPresent();
    }

    @Test
    void refusesPrintsOfAChildWhoIsTooYoung() {
        assertRefused(
                ProblemType.DATA_QUALITY,
                "samples",
                application("v", "P").person("Rossi", "Mia", "2021-01-01").build());
    }

    @Test
    void refusesAnAttributeThatTheCategoryDoesNotHave() {
        assertRefused(
                ProblemType.UNKNOWN_FIELD,
                "attributes",
                application("v", "P").with("shoeSize", "44").build());
    }

    @Test
    void refusesAnAttributeWithAnImpossibleDate() {
        assertRefused(
                ProblemType.IMPOSSIBLE_DATE,
                "attributes/validUntil",
                application("v", "P").with("validUntil", "2026-02-30").build());
    }

    @Test
    void refusesTheSameIdentifierTwice() {
        vis.register(MS1, application("v1", "P1").build());
        assertThatThrownBy(() -> vis.register(MS1, application("v1", "P2").build()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.VERSION_CONFLICT));
    }

    @Test
    void storesNothingWhileARequiredProjectionIsMissing() {
        TestSystem strict = new TestSystem(platform, Map.of(Projections.MINIMUM, "1"));
        assertThatThrownBy(() -> strict.register(MS1, application("v1", "P1").build()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.COMPONENT_UNAVAILABLE));
        assertThat(platform.records().find(OriginRef.of("VIS/v1"))).isEmpty();
        strict.projections().add(platform.projection());
        strict.register(MS1, application("v1", "P1").build());
        assertThat(platform.projected).containsExactly("written VIS/v1");
    }

    @Test
    void keepsTheSamplesWhenAnAmendmentBringsNone() {
        vis.register(MS1, application("v1", "P1").build());
        Submission change = Entries.of("VISA_APPLICATION")
                .person("Bianchi", "Anna", "1988-05-12")
                .build();
        OriginRecord after = vis.amend(MS1, "v1", 1, change).record();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.samples()).hasSize(1);
        assertThat(platform.matching.enrolled(after.ref())).isTrue();
        assertThat(after.identity().names().getFirst().familyName()).isEqualTo("Bianchi");
    }

    @Test
    void refusesAnAmendmentOfAnOldVersionAndOfAnotherStatesRecord() {
        vis.register(MS1, application("v1", "P1").build());
        vis.amend(MS1, "v1", 1, application("v1", "P1").build());
        assertThatThrownBy(() -> vis.amend(MS1, "v1", 1, application("v1", "P1").build()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.VERSION_CONFLICT));
        assertThatThrownBy(() -> vis.amend(MS2, "v1", 2, application("v1", "P1").build()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_OWNER));
    }

    @Test
    void refusesTheChangeOfARecordThatTheCallerMayNotReadLikeThatOfNone() {
        vis.register(MS1, application("v1", "P1").build());
        platform.access.show(SystemId.VIS, true, Set.of());
        ProblemException hidden = refusedErasure("v1");
        assertThat(hidden.type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(hidden.getMessage()).isEqualTo(refusedErasure("v9").getMessage());
    }

    private ProblemException refusedErasure(String recordId) {
        return catchThrowableOfType(ProblemException.class, () -> vis.erase(MS2, recordId, "error"));
    }

    @Test
    void startsNoDetectionForBusinessDataAlone() {
        vis.register(MS1, application("v1", "P1").build());
        assertThat(platform.runTasks(vis)).containsExactly("VIS/v1");
        Submission same = Entries.of("VISA_APPLICATION")
                .person("Rossi", "Anna", "1988-05-12")
                .passport("X1234567", "XAA")
                .with("decision", "ISSUED")
                .build();
        vis.amend(MS1, "v1", 1, same);
        assertThat(platform.runTasks(vis)).isEmpty();
    }

    @Test
    void showsOnlyTheCategoriesOfTheProfile() {
        vis.register(MS1, application("v1", "P1").with("decision", "ISSUED").build());
        platform.access.show(SystemId.VIS, true, EnumSet.of(DataCategory.IDENTITY));
        OriginRecord seen = vis.read(MS2, "v1").orElseThrow();
        assertThat(seen.identity().names()).hasSize(1);
        assertThat(seen.documents()).isEmpty();
        assertThat(seen.samples()).isEmpty();
        assertThat(seen.attributes()).isEmpty();
        platform.access.show(SystemId.VIS, true, Set.of());
        assertThat(vis.read(MS2, "v1")).isEmpty();
    }

    @Test
    void showsDataBehindALinkOnlyToWhoSeesTheLink() {
        vis.register(MS1, application("v1", "P1").build());
        platform.access.show(SystemId.VIS, false, EnumSet.of(DataCategory.IDENTITY));
        assertThat(vis.read(MS2, "v1")).isEmpty();
        vis.linked()
                .set((caller, profile, hit) ->
                        hit.contains(GroupRef.of("VIS/v1")) ? List.of(LinkViews.any()) : List.of());
        assertThat(vis.read(MS2, "v1")).isPresent();
    }

    @Test
    void logsReferencesAndKindsButNoPersonalData() {
        vis.register(MS1, application("v1", "P1").face().build());
        AuditEntry entry = platform.audit.getFirst();
        assertThat(entry.event()).isEqualTo("RECORD_REGISTERED");
        assertThat(entry.subject()).containsExactly("VIS/v1");
        assertThat(entry.detail()).containsEntry("FINGERPRINT", "1").containsEntry("FACE", "1");
        assertThat(entry.toString()).doesNotContain("Rossi").doesNotContain("X1234567");
    }

    @Test
    void makesNoTemplateOfAFaceThatWasScanned() {
        Feeders feeders = new Feeders(platform.contracts().rules(), SystemId.VIS);
        Submission s = application("v", "P")
                .sample(Modality.FACE, CaptureContext.SCANNED, "face")
                .face()
                .build();
        assertThat(feeders.of("VISA_APPLICATION").test(s.samples().get(1))).isFalse();
        assertThat(feeders.of("VISA_APPLICATION").test(s.samples().get(2))).isTrue();
    }

    @Test
    void givesAnEmptyIdentityForARecordThatIsNotThere() {
        assertThat(vis.read(MS1, "nobody").map(OriginRecord::identity).orElse(IdentityData.NONE))
                .isEqualTo(IdentityData.NONE);
        assertThat(vis.groupOf("nobody")).isEmpty();
    }

    @Test
    void takesNothingInAnEditionBeforeTheCategoryExisted() {
        try (TestPlatform year2016 = new TestPlatform("2016")) {
            TestSystem early = new TestSystem(year2016, Map.of());
            Submission permit = Entries.of("RESIDENCE_PERMIT")
                    .person("Rossi", "Anna", "1988-05-12")
                    .build();
            assertThatThrownBy(() -> early.register(MS1, permit)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.type()).isEqualTo(ProblemType.INVALID_VALUE);
                assertThat(e.field()).isEqualTo("category");
            });
        }
    }
}
