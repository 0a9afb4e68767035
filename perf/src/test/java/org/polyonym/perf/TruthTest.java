package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Map<String, Long> PEOPLE = Map.of("VIS/1", 1L, "EES/1", 1L, "EES/2", 2L);

    private static Truth.Shown link(String a, String b) {
        return new Truth.Shown(a, b, "WHITE");
    }

    @Test
    void countsALinkBetweenTwoPeopleAsFalseOnceHoweverManyOfficersSeeIt() {
        var verdict = Truth.judge(
                PEOPLE, List.of(link("EES/1", "EES/2"), link("EES/2", "EES/1"), link("EES/1", "EES/2")), List.of());
        assertThat(verdict.falseLinks()).hasSize(1);
        assertThat(verdict.falsePerThousand(500)).isEqualTo(2, within(1e-9));
    }

    @Test
    void countsALinkToSomebodyTheCampaignDidNotEnterAsFalse() {
        assertThat(Truth.judge(PEOPLE, List.of(link("SIS/BER14-ALERT", "EES/2")), List.of())
                        .falseLinks())
                .hasSize(1);
    }

    @Test
    void leavesLinksThatConcernNoHonestRecordToTheCase() {
        assertThat(Truth.judge(PEOPLE, List.of(link("SIS/BER14-ALERT", "EURODAC/BER14-6")), List.of())
                        .falseLinks())
                .isEmpty();
    }

    @Test
    void findsPairsWhicheverSideIsNamedFirstAndNamesTheMissedOnes() {
        var pairs = List.of(new Truth.Pair("EES/1", "VIS/1"), new Truth.Pair("EES/2", "VIS/2"));
        var verdict = Truth.judge(PEOPLE, List.of(link("VIS/1", "EES/1")), pairs);
        assertThat(verdict.right()).isEqualTo(1);
        assertThat(verdict.missed()).containsExactly(new Truth.Pair("EES/2", "VIS/2"));
        assertThat(verdict.falseLinks()).isEmpty();
    }
}
