package org.polyonym.sbms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.sbms.internal.Bench.BOTH;
import static org.polyonym.sbms.internal.Bench.CALLER;
import static org.polyonym.sbms.internal.Bench.FOUR;
import static org.polyonym.sbms.internal.Bench.eurodac;
import static org.polyonym.sbms.internal.Bench.finger;
import static org.polyonym.sbms.internal.Bench.fingers;
import static org.polyonym.sbms.internal.Bench.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polyonym.biometrics.Quality;
import org.polyonym.biometrics.TestImages;
import org.polyonym.biometrics.TestPrints;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Modality;
import org.polyonym.model.SampleRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.Stored;

class EnrolmentTest {
    private final Bench bench = new Bench();

    private List<StoredTemplate> stored() {
        return bench.documents.page(TemplateStore.type(SystemId.EURODAC), "", 100).stream()
                .map(Stored::value)
                .toList();
    }

    private void assertRefused(byte[] image, ProblemType type) {
        List<BiometricSample> samples = List.of(
                finger(1, FingerPosition.RIGHT_INDEX, 0),
                sample(Modality.FINGERPRINT, FingerPosition.LEFT_INDEX, image));
        assertThatThrownBy(() -> bench.matching.prepare(samples, s -> true))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(type);
                    assertThat(problem.field()).isEqualTo("samples/1");
                });
        assertThat(stored()).isEmpty();
    }

    @Test
    void keepsOneTemplatePerFingerWithItsRecordPositionAndQuality() {
        PreparedSamples prepared = bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        assertThat(stored()).hasSize(4).allSatisfy(template -> {
            assertThat(template.origin()).isEqualTo(eurodac("E1"));
            assertThat(template.quality()).isBetween(30, 100);
            assertThat(template.qualityMeasure()).isEqualTo(Quality.MEASURE);
            assertThat(template.extractor()).startsWith("sourceafis-");
            assertThat(template.template()).hasSizeGreaterThan(100);
        });
        assertThat(stored()).extracting(StoredTemplate::position).containsExactlyInAnyOrderElementsOf(FOUR);
        assertThat(stored())
                .extracting(StoredTemplate::sampleId)
                .containsExactlyInAnyOrderElementsOf(
                        prepared.refs().stream().map(SampleRef::sampleId).toList());
        assertThat(bench.matching.enrolled(eurodac("E1"))).isTrue();
        assertThat(bench.matching.enrolled(eurodac("E2"))).isFalse();
    }

    @Test
    void rejectsBadImagesEachByItsOwnCodeAndNamesTheSample() {
        byte[] good = TestPrints.png(1);
        assertRefused("no image".getBytes(StandardCharsets.US_ASCII), ProblemType.NOT_AN_IMAGE);
        assertRefused(Arrays.copyOf(good, good.length / 2), ProblemType.IMAGE_TRUNCATED);
        assertRefused(TestImages.withHeader(good, 20_000, 20_000, 8, 0, 0), ProblemType.IMAGE_TOO_LARGE);
        assertRefused(TestImages.png(50, 50, i -> i % 256), ProblemType.IMAGE_TOO_SMALL);
        assertRefused(TestImages.blank(), ProblemType.QUALITY_TOO_LOW);
        assertRefused(TestImages.noise(1), ProblemType.QUALITY_TOO_LOW);
    }

    @Test
    void namesTheReasonsOfLowQuality() {
        assertThatThrownBy(() -> bench.matching.prepare(
                        List.of(sample(Modality.FINGERPRINT, FingerPosition.LEFT_INDEX, TestImages.noise(1))),
                        s -> true))
                .hasMessageContaining("NOISE_ONLY");
    }

    @Test
    void neverMakesATemplateOfAPalmPrintOrAFaceEvenIfTheRulesWould() {
        PreparedSamples prepared = bench.enrol(
                eurodac("E1"),
                List.of(
                        sample(Modality.PALM_PRINT, FingerPosition.UNKNOWN, TestPrints.png(1)),
                        sample(Modality.FACE, FingerPosition.UNKNOWN, TestPrints.png(2))));
        assertThat(prepared.refs()).hasSize(2).noneMatch(SampleRef::template);
        assertThat(prepared.payload()).isEmpty();
        assertThat(stored()).isEmpty();
        assertThat(bench.matching.enrolled(eurodac("E1"))).isFalse();
    }

    @Test
    void refusesToStoreATemplateThatIsSaidToBeAPalm() {
        PreparedSamples prepared = bench.matching.prepare(fingers(1, FOUR.subList(0, 1), 0), s -> true);
        SampleRef ref = prepared.refs().get(0);
        PreparedSamples forged = new PreparedSamples(
                List.of(new SampleRef(
                        ref.sampleId(), Modality.PALM_PRINT, ref.position(), ref.capture(), ref.quality(), true)),
                Map.of(),
                prepared.payload());
        assertThatThrownBy(() -> bench.transactions.inTransaction(uow -> {
                    bench.matching.enrol(uow, eurodac("E1"), forged);
                    return true;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void makesNoTemplateWhereTheRulesDoNotAllowOne() {
        PreparedSamples prepared =
                bench.matching.prepare(fingers(1, FOUR, 0), sample -> sample.position() == FingerPosition.RIGHT_INDEX);
        assertThat(prepared.refs()).hasSize(4).filteredOn(SampleRef::template).hasSize(1);
        assertThat(prepared.payload()).hasSize(1);
    }

    @Test
    void advisesANewCaptureOfASmallFace() {
        PreparedSamples prepared = bench.matching.prepare(
                List.of(sample(Modality.FACE, FingerPosition.UNKNOWN, TestImages.png(120, 120, i -> i % 256))),
                s -> true);
        assertThat(prepared.warnings().values()).containsExactly("RECAPTURE_ADVISED: SMALL_IMAGE");
    }

    @Test
    void givesTheSameImageAnIdOfItsOwnEachTime() {
        BiometricSample twice = finger(1, FingerPosition.RIGHT_INDEX, 0);
        PreparedSamples prepared = bench.matching.prepare(List.of(twice, twice), s -> true);
        assertThat(prepared.refs()).extracting(SampleRef::sampleId).doesNotHaveDuplicates();
    }

    @Test
    void removesEveryTemplateTogetherWithItsRecord() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.enrol(eurodac("E2"), fingers(2, FOUR, 0));
        assertThat(bench.matching
                        .identify(CALLER, fingers(1, FOUR, 1), BOTH, 10)
                        .candidates())
                .hasSize(1);
        bench.remove(eurodac("E1"));
        assertThat(stored()).extracting(StoredTemplate::origin).containsOnly(eurodac("E2"));
        assertThat(bench.matching
                        .identify(CALLER, fingers(1, FOUR, 1), BOTH, 10)
                        .candidates())
                .isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheTransactionFails() {
        PreparedSamples prepared = bench.matching.prepare(fingers(1, FOUR, 0), s -> true);
        assertThatThrownBy(() -> bench.transactions.inTransaction(uow -> {
                    bench.matching.enrol(uow, eurodac("E1"), prepared);
                    throw ProblemException.of(ProblemType.DATA_QUALITY, "a later part of the write fails");
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(stored()).isEmpty();
        assertThat(bench.matching
                        .identify(CALLER, fingers(1, FOUR, 1), BOTH, 10)
                        .candidates())
                .isEmpty();
    }

    @Test
    void replacesEarlierTemplatesByABetterCapture() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        PreparedSamples better = bench.enrol(eurodac("E1"), fingers(2, FOUR.subList(0, 2), 0));
        assertThat(stored())
                .extracting(StoredTemplate::sampleId)
                .containsExactlyInAnyOrderElementsOf(better.payload().keySet());
        assertThat(bench.matching
                        .identify(CALLER, fingers(1, FOUR, 1), BOTH, 10)
                        .candidates())
                .isEmpty();
        assertThat(bench.matching
                        .identify(CALLER, fingers(2, FOUR, 1), BOTH, 10)
                        .candidates())
                .hasSize(1);
    }

    @Test
    void acceptsTheSameEnrolmentAgainAfterARetry() {
        PreparedSamples prepared = bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.transactions.inTransaction(uow -> {
            bench.matching.enrol(uow, eurodac("E1"), prepared);
            return true;
        });
        assertThat(stored()).hasSize(4);
    }

    @Test
    void refusesMoreSamplesThanItsLimit() {
        List<BiometricSample> many = Collections.nCopies(
                SamplePreparation.MAX_SAMPLES + 1, sample(Modality.FINGERPRINT, FingerPosition.UNKNOWN, new byte[1]));
        assertThatThrownBy(() -> bench.matching.prepare(many, s -> true))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_VALUE));
    }
}
