package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupEvaluationTest {
    private static final PairEvidence WHITE =
            Sample.pair("SIS/1", "EURODAC/2", BiometricClass.SAME, IdentityClass.SAME, DocumentClass.NA);
    private static final PairEvidence SIMILAR =
            Sample.pair("SIS/1", "EURODAC/3", BiometricClass.SAME, IdentityClass.SIM, DocumentClass.NA);
    private static final PairEvidence OTHER_NAME =
            Sample.pair("SIS/1", "EURODAC/6", BiometricClass.SAME, IdentityClass.DIFF, DocumentClass.NA);
    private static final PairEvidence NAMESAKE =
            Sample.pair("SIS/1", "EURODAC/7", BiometricClass.DIFF, IdentityClass.SAME, DocumentClass.OTHER);
    private static final PairEvidence NOTHING =
            Sample.pair("SIS/1", "EURODAC/8", BiometricClass.NA, IdentityClass.SAME, DocumentClass.NA);

    @Test
    void turnsYellowWithDiscrepancyWhenOneParticipantSaysWhiteAndAnotherYellow() {
        Proposal proposal = GroupEvaluation.of(List.of(WHITE, OTHER_NAME)).orElseThrow();
        assertThat(proposal.verdict()).isEqualTo(Verdict.YELLOW);
        assertThat(proposal.discrepancy()).isTrue();
        assertThat(proposal.row().reason()).isEqualTo("Y-A");
    }

    @Test
    void takesTheBestIdentityClassForWhite() {
        Proposal proposal = GroupEvaluation.of(List.of(SIMILAR, WHITE)).orElseThrow();
        assertThat(proposal.verdict()).isEqualTo(Verdict.WHITE);
        assertThat(proposal.row().identity()).isEqualTo(IdentityClass.SAME);
        assertThat(proposal.discrepancy()).isFalse();
    }

    @Test
    void proposesNothingWhereNoPairHasALimb() {
        assertThat(GroupEvaluation.of(List.of(NOTHING))).isEmpty();
        assertThat(GroupEvaluation.of(List.of())).isEmpty();
    }

    @Test
    void isNotDisturbedByPairsWithoutALimb() {
        Proposal proposal = GroupEvaluation.of(List.of(NOTHING, WHITE)).orElseThrow();
        assertThat(proposal.verdict()).isEqualTo(Verdict.WHITE);
        assertThat(proposal.discrepancy()).isFalse();
    }

    @Test
    void hintsAtContradictingBiometrics() {
        Proposal proposal = GroupEvaluation.of(List.of(OTHER_NAME, NAMESAKE)).orElseThrow();
        assertThat(proposal.row().reason()).isEqualTo("Y-A");
        assertThat(proposal.hints()).containsExactly(Proposal.BIOMETRICS_CONTRADICT);
    }

    @Test
    void neverMakesAVictimsDataWhite() {
        PairEvidence victim =
                Sample.pair("EES/1", "SIS/2", BiometricClass.SAME, IdentityClass.SAME, DocumentClass.SAME, true);
        Proposal proposal = GroupEvaluation.of(List.of(victim)).orElseThrow();
        assertThat(proposal.verdict()).isEqualTo(Verdict.YELLOW);
        assertThat(proposal.hints()).containsExactly(Proposal.MISUSED_IDENTITY);
    }

    @Test
    void doesNotDependOnTheOrderOfPairs() {
        List<PairEvidence> pairs = new ArrayList<>(List.of(WHITE, SIMILAR, OTHER_NAME, NAMESAKE, NOTHING));
        Proposal expected = GroupEvaluation.of(pairs).orElseThrow();
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(pairs, random);
            assertThat(GroupEvaluation.of(pairs)).contains(expected);
        }
    }
}
