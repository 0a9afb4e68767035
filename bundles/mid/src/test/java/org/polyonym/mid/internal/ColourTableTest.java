package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.mid.LinkColour;

class ColourTableTest {
    @ParameterizedTest(name = "{0} {1} {2} is {3} {4}")
    @CsvSource({
        "SAME,SAME,SAME,WHITE,W-a",
        "SAME,SAME,OTHER,WHITE,W-a",
        "SAME,SAME,NA,WHITE,W-a",
        "SAME,SIM,SAME,WHITE,W-c",
        "SAME,SIM,OTHER,WHITE,W-a",
        "SAME,SIM,NA,WHITE,W-a",
        "SAME,DIFF,SAME,YELLOW,Y-A",
        "SAME,DIFF,OTHER,YELLOW,Y-A",
        "SAME,DIFF,NA,YELLOW,Y-A",
        "DIFF,SAME,SAME,YELLOW,Y-C",
        "DIFF,SAME,OTHER,YELLOW,Y-C",
        "DIFF,SAME,NA,YELLOW,Y-C",
        "DIFF,SIM,SAME,YELLOW,Y-D",
        "DIFF,SIM,OTHER,NONE,-",
        "DIFF,SIM,NA,NONE,-",
        "DIFF,DIFF,SAME,YELLOW,Y-D",
        "DIFF,DIFF,OTHER,NONE,-",
        "DIFF,DIFF,NA,NONE,-",
        "NA,SAME,SAME,WHITE,W-b",
        "NA,SAME,OTHER,NONE,-",
        "NA,SAME,NA,NONE,-",
        "NA,SIM,SAME,WHITE,W-b",
        "NA,SIM,OTHER,NONE,-",
        "NA,SIM,NA,NONE,-",
        "NA,DIFF,SAME,YELLOW,Y-B",
        "NA,DIFF,OTHER,NONE,-",
        "NA,DIFF,NA,NONE,-",
        "NONCOMPARABLE,SAME,SAME,YELLOW,NONCOMPARABLE",
        "NONCOMPARABLE,SIM,SAME,YELLOW,NONCOMPARABLE",
        "NONCOMPARABLE,DIFF,SAME,YELLOW,NONCOMPARABLE",
        "NONCOMPARABLE,SAME,OTHER,NONE,-",
        "NONCOMPARABLE,SAME,NA,NONE,-",
        "NONCOMPARABLE,SIM,OTHER,NONE,-",
        "NONCOMPARABLE,SIM,NA,NONE,-",
        "NONCOMPARABLE,DIFF,OTHER,NONE,-",
        "NONCOMPARABLE,DIFF,NA,NONE,-"
    })
    void decidesEveryRowOfTheLaw(BiometricClass b, IdentityClass i, DocumentClass t, Verdict verdict, String reason) {
        ColourRow row = Tables.COLOURS.decide(b, i, t);
        assertThat(row.result()).isEqualTo(verdict);
        assertThat(row.reason()).isEqualTo(reason);
    }

    @Test
    void countsEightWhiteNineYellowTenNoneInTheLawsRows() {
        assertThat(count(Verdict.WHITE)).isEqualTo(8);
        assertThat(count(Verdict.YELLOW)).isEqualTo(9);
        assertThat(count(Verdict.NONE)).isEqualTo(10);
    }

    private static long count(Verdict verdict) {
        return Tables.COLOURS.rows().stream()
                .filter(row -> row.biometric() != BiometricClass.NONCOMPARABLE && row.result() == verdict)
                .count();
    }

    @Test
    void knowsNoVerdictThatWouldBeGreenOrRed() {
        assertThat(Verdict.values()).extracting(Enum::name).containsExactly("WHITE", "YELLOW", "NONE");
        assertThat(Arrays.stream(Verdict.values()).map(Enum::name))
                .doesNotContain(LinkColour.GREEN.name(), LinkColour.RED.name());
    }

    @Test
    void refusesATableThatSaysRed() {
        assertThatThrownBy(() -> new ColourTable(Tables.with("colour", "C07", "result", "RED")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesATableWithAGap() {
        assertThatThrownBy(() -> new ColourTable(
                        Tables.without("colour", row -> row.get("row").equals("C14"))))
                .hasMessageContaining("no row for DIFF, SIM, OTHER");
    }

    @Test
    void refusesATableWithAnOverlap() {
        assertThatThrownBy(() -> new ColourTable(Tables.with("colour", "C02", "document", "SAME")))
                .hasMessageContaining("C01 and C02 overlap");
    }

    @Test
    void refusesALinkWithoutReason() {
        assertThatThrownBy(() -> new ColourTable(Tables.with("colour", "C01", "reason", "-")))
                .hasMessageContaining("C01");
    }

    @Test
    void tellsWhatOneChangedInputWouldHaveDone() {
        ColourRow row = Tables.COLOURS.decide(BiometricClass.SAME, IdentityClass.DIFF, DocumentClass.OTHER);
        Stream<String> others = Tables.COLOURS.wouldChange(row).stream()
                .map(other ->
                        other.biometric() + "/" + other.identity() + "/" + other.document() + "=" + other.result());
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "SAME/SAME/OTHER=WHITE",
                        "SAME/SIM/OTHER=WHITE",
                        "DIFF/DIFF/OTHER=NONE",
                        "NA/DIFF/OTHER=NONE",
                        "NONCOMPARABLE/DIFF/OTHER=NONE");
    }
}
