package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final FusionTable TABLE = FusionTable.standard();

    private static Fused fuse(double... scores) {
        return Fusion.fuse(
                IntStream.range(0, scores.length)
                        .mapToObj(i -> new FingerScore(i + 1, scores[i]))
                        .toList(),
                TABLE);
    }

    private static String text() throws IOException {
        try (InputStream in = FusionTable.class.getResourceAsStream("fusion-thresholds.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FusionTable read(String text) throws IOException {
        return FusionTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void comparesNothingWithoutACommonFinger() {
        Fused fused = Fusion.fuse(List.of(), TABLE);
        assertThat(fused.outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(fused.score()).isEqualTo(new Score(0, 0));
        assertThat(fused.thresholdVersion()).isEqualTo("FUSE-2026-1");
    }

    @Test
    void saysSameOnlyFromTheThresholdAndDiffOnlyBelowTheGreyBand() {
        for (int n = 1; n <= FingerScore.POSITIONS; n++) {
            FusionTable.Row row = TABLE.row(n);
            assertThat(row.decide(row.sameFrom())).isEqualTo(Outcome.SAME);
            assertThat(row.decide(Math.nextDown(row.sameFrom()))).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(row.decide(row.diffBelow())).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(row.decide(Math.nextDown(row.diffBelow()))).isEqualTo(Outcome.DIFF);
        }
    }

    @Test
    void decidesOnTheSumOverFingers() {
        assertThat(fuse(45).outcome()).isEqualTo(Outcome.SAME);
        assertThat(fuse(45, 0, 0, 0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(fuse(35, 35, 35, 35).outcome()).isEqualTo(Outcome.SAME);
        assertThat(fuse(3, 2, 1, 0).outcome()).isEqualTo(Outcome.DIFF);
    }

    @Test
    void leavesToAHumanWhatOneFingerSaysAgainstMostOthers() {
        assertThat(fuse(300, 2, 2, 2).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(fuse(300, 20, 2, 2).outcome()).isEqualTo(Outcome.SAME);
        assertThat(fuse(300, 2).outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void listsFingersByPosition() {
        Fused fused = Fusion.fuse(List.of(new FingerScore(7, 1), new FingerScore(2, 5)), TABLE);
        assertThat(fused.fingers()).extracting(FingerScore::position).containsExactly(2, 7);
        assertThat(fused.score().raw()).isEqualTo(6);
    }

    @Test
    void refusesOneFingerTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fusion.fuse(List.of(new FingerScore(2, 5), new FingerScore(2, 5)), TABLE));
    }

    @Test
    void estimatesARarerFalseMatchForEveryHigherScore() {
        for (int n = 1; n <= FingerScore.POSITIONS; n++) {
            double last = TABLE.row(n).log10Fmr(0);
            assertThat(last).isZero();
            for (double sum = 0.5; sum < 300; sum += 0.5) {
                double rate = TABLE.row(n).log10Fmr(sum);
                assertThat(rate).as("%d fingers, sum %s", n, sum).isLessThanOrEqualTo(last);
                last = rate;
            }
            assertThat(TABLE.row(n).log10Fmr(10_000)).isEqualTo(FusionTable.LOWEST_LOG10_FMR);
        }
    }

    @Test
    void agreesWithTheRatesThatItsHeaderStates() {
        assertThat(fuse(40).score().log10Fmr()).isBetween(-4.0, -3.5);
        assertThat(TABLE.row(2).log10Fmr(TABLE.row(2).sameFrom())).isBetween(-6.2, -5.8);
        assertThat(TABLE.row(4).log10Fmr(TABLE.row(4).sameFrom())).isBetween(-8.2, -7.8);
    }

    @Test
    void refusesATableWithAGapATwinOrAnOverlap() throws Exception {
        String good = text();
        assertThat(read(good).version()).isEqualTo(TABLE.version());
        assertThatIllegalArgumentException().isThrownBy(() -> read(good.replaceAll("(?m)^3\t.*\n", "")));
        assertThatIllegalArgumentException().isThrownBy(() -> read(good.replaceAll("(?m)^3\t", "2\t")));
        assertThatIllegalArgumentException().isThrownBy(() -> read(good.replaceAll("(?m)^1\t5\t40", "1\t45\t40")));
        assertThatIllegalArgumentException().isThrownBy(() -> read(good.replace("# version: ", "# ")));
        assertThatIllegalArgumentException().isThrownBy(() -> read(good.replaceAll("(?m)^4\t", "4\t\t")));
    }
}
