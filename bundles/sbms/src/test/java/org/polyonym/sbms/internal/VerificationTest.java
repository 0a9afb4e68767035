package org.polyonym.sbms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.polyonym.sbms.internal.Bench.BOTH;
import static org.polyonym.sbms.internal.Bench.CALLER;
import static org.polyonym.sbms.internal.Bench.FOUR;
import static org.polyonym.sbms.internal.Bench.eurodac;
import static org.polyonym.sbms.internal.Bench.finger;
import static org.polyonym.sbms.internal.Bench.fingers;
import static org.polyonym.sbms.internal.Bench.sample;
import static org.polyonym.sbms.internal.Bench.sis;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.biometrics.TestImages;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Modality;
import org.polyonym.model.SampleRef;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.FingerEvidence;
import org.polyonym.sbms.Outcome;
import org.polyonym.sbms.PreparedSamples;

class VerificationTest {
    private final Bench bench = new Bench();

    private Outcome verify(List<BiometricSample> probe) {
        return bench.matching.verify(CALLER, probe, eurodac("E1")).outcome();
    }

    @Test
    void tellsOnePersonFromAnother() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.enrol(sis("A1"), fingers(1, FOUR, 1));
        bench.enrol(sis("A2"), fingers(2, FOUR, 0));
        assertThat(bench.matching.verify(CALLER, eurodac("E1"), sis("A1")).outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(bench.matching.verify(CALLER, eurodac("E1"), sis("A2")).outcome())
                .isEqualTo(Outcome.DIFF);
    }

    @Test
    void comparesNothingWithoutACommonFingerOrWithFacesOnly() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        assertThat(verify(fingers(1, List.of(FingerPosition.RIGHT_THUMB), 0))).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(verify(List.of(sample(Modality.FACE, FingerPosition.UNKNOWN, TestImages.noise(1)))))
                .isEqualTo(Outcome.NOT_COMPARED);
        Comparison absent = bench.matching.verify(CALLER, eurodac("E1"), sis("nobody"));
        assertThat(absent.outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(absent.fingers()).isZero();
    }

    @Test
    void isInconclusiveWhenOneFingerOfFourMatches() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        List<BiometricSample> mixed = new ArrayList<>(fingers(2, FOUR.subList(1, 4), 0));
        mixed.add(finger(1, FOUR.get(0), 2));
        Comparison comparison = bench.matching.verify(CALLER, mixed, eurodac("E1"));
        assertThat(comparison.outcome()).as("score %s", comparison.score()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(comparison.fingers()).isEqualTo(4);
    }

    @Test
    void comparesATraceOfUnknownPositionWithEveryFinger() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        BiometricSample known = finger(1, FingerPosition.LEFT_INDEX, 1);
        BiometricSample trace = sample(
                Modality.FINGERPRINT, FingerPosition.UNKNOWN, known.image().bytes());
        Comparison blind = bench.matching.verify(CALLER, List.of(trace), eurodac("E1"));
        Comparison sighted = bench.matching.verify(CALLER, List.of(known), eurodac("E1"));
        assertThat(blind.outcome()).isEqualTo(Outcome.SAME);
        assertThat(blind.fingers()).isEqualTo(1);
        assertThat(blind.score()).as("four tries cost points").isLessThan(sighted.score());
        assertThat(bench.matching.identify(CALLER, List.of(trace), BOTH, 10).candidates())
                .hasSize(1);
    }

    @Test
    void explainsFingerByFingerWithSamplesOfBothRecords() {
        PreparedSamples one = bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        PreparedSamples two = bench.enrol(sis("A1"), fingers(1, FOUR, 1));
        List<FingerEvidence> evidence = bench.matching.explain(CALLER, eurodac("E1"), sis("A1"));
        assertThat(evidence).extracting(FingerEvidence::position).containsExactlyInAnyOrderElementsOf(FOUR);
        assertThat(evidence).allSatisfy(finger -> {
            assertThat(sampleIds(one)).contains(finger.probeSampleId());
            assertThat(sampleIds(two)).contains(finger.candidateSampleId());
            assertThat(finger.matched()).isNotEmpty();
        });
        double sum = evidence.stream().mapToDouble(FingerEvidence::score).sum();
        assertThat(bench.matching.verify(CALLER, eurodac("E1"), sis("A1")).score())
                .isCloseTo(sum, within(1e-9));
    }

    private static List<String> sampleIds(PreparedSamples prepared) {
        return prepared.refs().stream().map(SampleRef::sampleId).toList();
    }

    @Test
    void logsTheVerificationWithBothRecords() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.matching.verify(CALLER, eurodac("E1"), sis("A1"));
        assertThat(bench.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo("BIOMETRIC_VERIFICATION");
            assertThat(entry.subject()).containsExactly("EURODAC/E1", "SIS/A1");
            assertThat(entry.detail()).containsEntry("modality", "NONE").doesNotContainKey("score");
        });
    }
}
