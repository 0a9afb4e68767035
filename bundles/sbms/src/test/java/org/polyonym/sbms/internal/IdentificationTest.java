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
import static org.polyonym.sbms.internal.Bench.sis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.access.Caller;
import org.polyonym.biometrics.TestImages;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;
import org.polyonym.sbms.PreparedSamples;

@Timeout(120)
class IdentificationTest {
    private final Bench bench = new Bench();

    private Identification search(List<BiometricSample> probe, Set<SystemId> scope) {
        return bench.matching.identify(CALLER, probe, scope, 10);
    }

    private static List<OriginRef> refs(Identification found) {
        return found.candidates().stream().map(Candidate::ref).toList();
    }

    @Test
    void findsOnePersonAmongOthersAndNamesRecordScoreThresholdsQualitiesAndCoverage() {
        for (int person = 1; person <= 6; person++) {
            bench.enrol(eurodac("E" + person), fingers(person, FOUR, 0));
        }
        Identification found = search(fingers(4, FOUR, 1), Set.of(SystemId.EURODAC));
        assertThat(refs(found)).containsExactly(eurodac("E4"));
        Candidate mate = found.candidates().get(0);
        assertThat(mate.comparison().outcome()).isEqualTo(Outcome.SAME);
        assertThat(mate.comparison().fingers()).isEqualTo(4);
        assertThat(mate.comparison().log10Fmr()).isLessThan(-8);
        assertThat(mate.comparison().thresholdVersion())
                .isEqualTo(found.thresholdVersion())
                .isEqualTo("FUSE-2026-1");
        assertThat(mate.comparison().probeQuality()).isBetween(30, 100);
        assertThat(mate.comparison().candidateQuality()).isBetween(30, 100);
        assertThat(found.coverage().templatesCovered()).isEqualTo(24);
        assertThat(found.coverage().templatesKnown()).isEqualTo(24);
    }

    @Test
    void returnsNoCandidateOfASystemOutsideTheScope() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.enrol(sis("A1"), fingers(1, FOUR, 1));
        assertThat(refs(search(fingers(1, FOUR, 0), Set.of(SystemId.SIS)))).containsExactly(sis("A1"));
        assertThat(refs(search(fingers(1, FOUR, 0), Set.of(SystemId.VIS)))).isEmpty();
        assertThat(refs(search(fingers(1, FOUR, 0), BOTH))).containsExactly(eurodac("E1"), sis("A1"));
    }

    @Test
    void searchesWithAStoredRecordAndLeavesItOut() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.enrol(sis("A1"), fingers(1, FOUR, 1));
        bench.enrol(sis("A2"), fingers(2, FOUR, 1));
        assertThat(refs(bench.matching.identify(CALLER, eurodac("E1"), BOTH, 10)))
                .containsExactly(sis("A1"));
    }

    @Test
    void searchesNothingWithARecordThatHasNoTemplates() {
        bench.enrol(sis("A1"), fingers(1, FOUR, 0));
        Identification found = bench.matching.identify(CALLER, eurodac("E1"), BOTH, 10);
        assertThat(found.candidates()).isEmpty();
        assertThat(found.coverage().templatesCovered()).isZero();
    }

    @Test
    void ranksTheCompleteMateBeforeThePartialOneAndHonoursTheLimit() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR.subList(0, 1), 0));
        bench.enrol(eurodac("E2"), fingers(1, FOUR, 0));
        List<BiometricSample> probe = fingers(1, FOUR, 1);
        assertThat(refs(search(probe, BOTH))).startsWith(eurodac("E2"));
        assertThat(bench.matching.identify(CALLER, probe, BOTH, 1).candidates()).hasSize(1);
    }

    @Test
    void saysThatAFaceOnlySearchCoveredNothing() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        BiometricSample face = sample(Modality.FACE, FingerPosition.UNKNOWN, TestImages.noise(1));
        Identification found = search(List.of(face), BOTH);
        assertThat(found.candidates()).isEmpty();
        assertThat(found.coverage().complete()).isFalse();
        assertThat(found.coverage().templatesKnown()).isEqualTo(4);
    }

    @Test
    void saysThatItIsPartialWhenATemplateOfTheStoreCannotBeRead() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.transactions.inTransaction(uow -> {
            StoredTemplate damaged = new StoredTemplate(
                    eurodac("E9"), "s", FingerPosition.RIGHT_INDEX, 50, "q", "x", 1, new byte[] {1, 2, 3});
            return bench.documents.put(
                    uow, TemplateStore.type(SystemId.EURODAC), damaged.documentId(), 0, damaged, List.of());
        });
        Identification found = search(fingers(1, FOUR, 1), BOTH);
        assertThat(found.coverage().complete()).isFalse();
        assertThat(found.coverage().templatesCovered()).isEqualTo(4);
        assertThat(found.coverage().templatesKnown()).isEqualTo(5);
        assertThat(refs(found)).containsExactly(eurodac("E1"));
    }

    @Test
    void findsTheSameAfterARestartFromTheStoreAlone() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.enrol(eurodac("E2"), fingers(2, FOUR, 0));
        bench.remove(eurodac("E2"));
        Identification before = search(fingers(1, FOUR, 1), BOTH);
        assertThat(bench.service().identify(CALLER, fingers(1, FOUR, 1), BOTH, 10))
                .isEqualTo(before);
    }

    @Test
    void anotherNodeSeesAnEnrolmentCommittedBeforeItsSearchBegan() {
        var other = bench.service();
        for (int person = 1; person <= 3; person++) {
            bench.enrol(eurodac("E" + person), fingers(person, FOUR, 0));
            assertThat(refs(other.identify(CALLER, fingers(person, FOUR, 1), BOTH, 10)))
                    .containsExactly(eurodac("E" + person));
        }
    }

    private void enrol(OriginRef origin, PreparedSamples samples) {
        bench.transactions.inTransaction(uow -> {
            bench.matching.enrol(uow, origin, samples);
            return true;
        });
    }

    @Test
    void twoRegistrationsOfOnePersonAtTheSameMomentAlwaysMeet() throws Exception {
        PreparedSamples first = bench.matching.prepare(fingers(1, FOUR, 0), sample -> true);
        PreparedSamples second = bench.matching.prepare(fingers(1, FOUR, 1), sample -> true);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 40; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                OriginRef one = eurodac("E" + round);
                OriginRef two = sis("A" + round);
                Future<Boolean> oneMet = threads.submit(enrolAndSearch(together, one, first, two));
                Future<Boolean> twoMet = threads.submit(enrolAndSearch(together, two, second, one));
                boolean met = oneMet.get(60, TimeUnit.SECONDS) | twoMet.get(60, TimeUnit.SECONDS);
                assertThat(met).as("round %d", round).isTrue();
                bench.remove(one);
                bench.remove(two);
            }
        }
    }

    private Callable<Boolean> enrolAndSearch(
            CyclicBarrier together, OriginRef own, PreparedSamples samples, OriginRef other) {
        return () -> {
            together.await();
            enrol(own, samples);
            return refs(bench.matching.identify(CALLER, own, BOTH, 10)).contains(other);
        };
    }

    @Test
    void refusesASearchWithoutPurposeScopeOrWithAPalm() {
        Caller aimless = new Caller(CALLER.authority(), CALLER.user(), null, CALLER.caseReference());
        List<BiometricSample> probe = List.of(finger(1, FingerPosition.RIGHT_INDEX, 0));
        assertProblem(() -> bench.matching.identify(aimless, probe, BOTH, 10), ProblemType.BIOMETRIC_PURPOSE_MISSING);
        assertProblem(
                () -> bench.matching.verify(aimless, eurodac("E1"), sis("A1")), ProblemType.BIOMETRIC_PURPOSE_MISSING);
        assertProblem(
                () -> bench.matching.explain(aimless, eurodac("E1"), sis("A1")), ProblemType.BIOMETRIC_PURPOSE_MISSING);
        assertProblem(() -> bench.matching.identify(CALLER, probe, Set.of(), 10), ProblemType.INVALID_VALUE);
        assertProblem(() -> bench.matching.identify(CALLER, probe, BOTH, 0), ProblemType.INVALID_VALUE);
        List<BiometricSample> palm = List.of(sample(Modality.PALM_PRINT, FingerPosition.UNKNOWN, TestImages.noise(1)));
        assertProblem(() -> bench.matching.identify(CALLER, palm, BOTH, 10), ProblemType.PALM_PRINT_REFUSED);
        assertThat(bench.audit.entries).isEmpty();
    }

    @Test
    void logsTheKindOfDataAndNeverTheSample() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        search(fingers(1, FOUR, 1), BOTH);
        assertThat(bench.audit.entries).hasSize(1);
        var entry = bench.audit.entries.get(0);
        assertThat(entry.event()).isEqualTo("BIOMETRIC_IDENTIFICATION");
        assertThat(entry.caller()).isEqualTo(CALLER);
        assertThat(entry.detail())
                .containsEntry("modality", "FINGERPRINT")
                .containsEntry("fingers", "4")
                .containsEntry("scope", "EURODAC,SIS")
                .containsEntry("coverage", "4/4");
        assertThat(new ArrayList<>(entry.detail().values()))
                .allSatisfy(v -> assertThat(v).hasSizeLessThan(40));
    }

    @Test
    void releasesNoAnswerWhenTheAuditLogIsDown() {
        bench.enrol(eurodac("E1"), fingers(1, FOUR, 0));
        bench.audit.broken = true;
        assertProblem(() -> search(fingers(1, FOUR, 1), BOTH), ProblemType.AUDIT_UNAVAILABLE);
        assertProblem(() -> bench.matching.verify(CALLER, eurodac("E1"), sis("A1")), ProblemType.AUDIT_UNAVAILABLE);
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
