package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static double rate(Mix mix, Operation... operations) {
        return mix.flows().stream()
                .filter(flow -> java.util.List.of(operations).contains(flow.operation()))
                .mapToDouble(Mix.Flow::perSecond)
                .sum();
    }

    @Test
    void dividesSearchesByTheSharesOfTheLawCatalogue() {
        Mix mix = Mix.of(100, 10, 0);
        assertThat(rate(mix, Operation.SIS_NAME)).isEqualTo(60, EXACT);
        assertThat(rate(mix, Operation.BORDER_NAME, Operation.BORDER_PRINTS)).isEqualTo(15, EXACT);
        assertThat(rate(mix, Operation.VISA_NAME)).isEqualTo(10, EXACT);
        assertThat(rate(mix, Operation.ETIAS_NAME)).isEqualTo(5, EXACT);
        assertThat(rate(mix, Operation.ASYLUM_NAME, Operation.ASYLUM_PRINTS)).isEqualTo(5, EXACT);
        assertThat(rate(mix, Operation.IDENTITY_CHECK)).isEqualTo(3, EXACT);
        assertThat(rate(mix, Operation.FLAG)).isEqualTo(1, EXACT);
        assertThat(rate(mix, Operation.EUROPOL_INTERPOL)).isEqualTo(1, EXACT);
        assertThat(mix.total()).isEqualTo(100, EXACT);
    }

    @Test
    void usesPrintsForIdentityChecksThenEurodacThenTheBorderAndNeverMoreThanAsked() {
        Mix mix = Mix.of(100, 10, 0);
        assertThat(rate(mix, Operation.IDENTITY_CHECK, Operation.ASYLUM_PRINTS, Operation.BORDER_PRINTS))
                .isEqualTo(10, EXACT);
        assertThat(rate(mix, Operation.ASYLUM_PRINTS)).isEqualTo(5, EXACT);
        assertThat(rate(mix, Operation.BORDER_PRINTS)).isEqualTo(2, EXACT);
    }

    @Test
    void refusesMorePrintsThanTheProfileHasPlaceFor() {
        assertThatThrownBy(() -> Mix.of(20, 5, 1)).hasMessageContaining("between 0.60 and 4.60");
        assertThatThrownBy(() -> Mix.of(20, 0.1, 1)).hasMessageContaining("identity checks");
    }

    @Test
    void refusesNoTrafficAtAll() {
        assertThatThrownBy(() -> Mix.of(0, 0, 0)).hasMessageContaining("above 0");
    }

    @Test
    void keepsEveryRegistrationAndLeavesOutWhatHasNoRate() {
        Mix mix = Mix.of(0, 0, 4);
        assertThat(mix.total()).isEqualTo(4, EXACT);
        assertThat(mix.flows()).allMatch(flow -> flow.operation().type() == Operation.Type.REGISTRATION);
        assertThat(mix.arrivals(Operation.ENTRY_BARE, 60)).isEqualTo(96);
        assertThat(mix.arrivals(Operation.SIS_NAME, 60)).isZero();
        assertThat(mix.planned(60)).isEqualTo(240);
        assertThat(mix.planned(1)).isEqualTo(2);
    }
}
