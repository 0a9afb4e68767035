package org.polyonym.eurodac.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.biometrics.TestPrints;
import org.polyonym.grid.internal.LoneGrid;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordProjection;
import org.polyonym.registry.Submission;
import org.polyonym.sbms.internal.GalleryService;
import org.polyonym.sbms.internal.SharedBiometricMatching;
import org.polyonym.store.UnitOfWork;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

/** Eurodac over the real matching service and drawn ridges. */
class RealMatchingTest {
    private static final Caller MS1 = Entries.caller(AuthorityKind.ASYLUM, "MS-1", Purpose.ASYLUM);
    private static final Caller MS2 = Entries.caller(AuthorityKind.ASYLUM, "MS-2", Purpose.ASYLUM);
    private static final List<FingerPosition> FINGERS =
            List.of(FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_MIDDLE, FingerPosition.RIGHT_RING);

    private final TestPlatform platform = new TestPlatform();
    private final SharedBiometricMatching matching = new SharedBiometricMatching(
            platform.contracts().documents(),
            platform.contracts().audit(),
            new GalleryService(platform.contracts().documents(), LoneGrid.withoutHandlers()));
    private final EurodacSystem eurodac = open();

    private EurodacSystem open() {
        Contracts c = platform.contracts();
        Contracts real = new Contracts(
                c.transactions(),
                c.documents(),
                c.images(),
                c.outbox(),
                c.audit(),
                c.access(),
                matching,
                c.clock(),
                c.rules());
        return EurodacTest.eurodac(platform, real, Map.of());
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private static Submission applicant(String id, long person, double shift) {
        Submission s = Entries.of("APPLICANT")
                .id(id)
                .person("Haddo", "Karim", "1992-10-22")
                .build();
        List<BiometricSample> prints = new ArrayList<>();
        for (FingerPosition finger : FINGERS) {
            byte[] png = TestPrints.png(person * 100 + finger.code(), shift, -shift, shift / 100, 8);
            prints.add(new BiometricSample(Modality.FINGERPRINT, finger, CaptureContext.LIVE, Image.ofBytes(png)));
        }
        return new Submission(s.category(), s.recordId(), s.identity(), s.documents(), prints, s.attributes());
    }

    @Test
    void joinsTwoImpressionsOfOnePersonAndLeavesAnotherPersonAlone() {
        eurodac.register(MS1, applicant("e1", 1, 0));
        eurodac.register(MS2, applicant("e2", 2, 0));
        eurodac.register(MS2, applicant("e3", 1, 6));
        platform.runTasks(eurodac);
        assertThat(eurodac.groupOf("e3").orElseThrow().participants())
                .containsExactly(OriginRef.of("EURODAC/e1"), OriginRef.of("EURODAC/e3"));
        assertThat(eurodac.groupOf("e2").orElseThrow().participants()).hasSize(1);
    }

    @Test
    void leavesNothingHalfWrittenWhenAProjectionFails() {
        eurodac.bindProjection(new Failing());
        assertThatThrownBy(() -> eurodac.register(MS1, applicant("e1", 1, 0)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.INTERNAL));
        assertThat(eurodac.read(MS1, "e1")).isEmpty();
        assertThat(matching.enrolled(OriginRef.of("EURODAC/e1"))).isFalse();
        assertThat(platform.contracts().outbox().ofSubject("EURODAC/e1")).isEmpty();
    }

    @Test
    void namesTheSampleThatIsNoImageAndStoresNothing() {
        Submission s = Entries.of("APPLICANT")
                .id("e1")
                .person("Haddo", "Karim", "1992-10-22")
                .print("no image")
                .build();
        assertThatThrownBy(() -> eurodac.register(MS1, s)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(ProblemType.NOT_AN_IMAGE);
            assertThat(e.field()).isEqualTo("samples/0");
        });
        assertThat(eurodac.read(MS1, "e1")).isEmpty();
    }

    @Test
    void forgetsTheTemplatesOfAnErasedRecord() {
        eurodac.register(MS1, applicant("e1", 1, 0));
        eurodac.erase(MS1, "e1", "citizenship granted");
        eurodac.register(MS2, applicant("e2", 1, 6));
        platform.runTasks(eurodac);
        assertThat(eurodac.groupOf("e2").orElseThrow().participants()).hasSize(1);
    }

    private static final class Failing implements RecordProjection {
        @Override
        public void written(UnitOfWork uow, Optional<OriginRecord> before, OriginRecord after) {
            throw ProblemException.of(ProblemType.INTERNAL, "the projection fails");
        }

        @Override
        public void erased(UnitOfWork uow, OriginRecord before) {
            throw ProblemException.of(ProblemType.INTERNAL, "the projection fails");
        }

        @Override
        public void grouped(UnitOfWork uow, IdentityGroup group) {
            throw ProblemException.of(ProblemType.INTERNAL, "the projection fails");
        }
    }
}
