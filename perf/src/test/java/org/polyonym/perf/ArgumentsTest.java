package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static Arguments of(String line) {
        return Arguments.of((line + " --node-home home").split(" "));
    }

    @Test
    void dividesARateAsTheStandardCampaignDoes() {
        Arguments arguments = of("--case BER-14 --rate 12 --duration 2m");
        assertThat(arguments.searches()).isEqualTo(10, within(1e-9));
        assertThat(arguments.biometric()).isEqualTo(1, within(1e-9));
        assertThat(arguments.registrations()).isEqualTo(2, within(1e-9));
        assertThat(arguments.duration()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> of("--case BER-14 --rate many")).hasMessage("--rate needs a number, not 'many'");
        assertThatThrownBy(() -> of("--case BER-14 --duration soon")).hasMessageContaining("60s or 5m, not 'soon'");
        assertThatThrownBy(() -> of("--case BER-14 --duration 1s")).hasMessageContaining("between 10s and 7200s");
        assertThatThrownBy(() -> of("--rate 5")).hasMessageContaining("--case ID is missing");
        assertThatThrownBy(() -> of("--cases BER-14")).hasMessageContaining("unknown option '--cases'");
        assertThatThrownBy(() -> of("--case BER-14 --kill-one-at 30")).hasMessageContaining("--nodes 3");
    }

    @Test
    void refusesRatesThatAreNone() {
        assertThatThrownBy(() -> of("--case BER-14 --rate 0")).hasMessage("--rate must be above 0");
        assertThatThrownBy(() -> of("--case BER-14 --rate -1")).hasMessageContaining("--rate must be between 0 and");
        assertThatThrownBy(() -> of("--case BER-14 --scale 0")).hasMessage("--scale must be above 0");
        assertThatThrownBy(() -> of("--case BER-14 --kill-one-at -5 --node-home second"))
                .hasMessage("--kill-one-at must not be negative");
    }

    @Test
    void refusesARateThatIsGivenInTwoWays() {
        for (String each : List.of("--searches", "--biometric", "--registrations")) {
            assertThatThrownBy(() -> of("--case BER-14 --rate 6 " + each + " 3"))
                    .hasMessage("--rate and " + each + " are alternatives: leave out one");
        }
    }

    @Test
    void takesNoOptionForTheValueOfTheOneBeforeIt() {
        assertThatThrownBy(() -> of("--case")).hasMessage("--case needs a value");
        assertThatThrownBy(() -> of("--case BER-14 --rate --seed 3")).hasMessage("--rate needs a value");
    }

    @Test
    void refusesAMixThatIsNoneBeforeThereIsAPlatform() throws InterruptedException {
        String[] nowhere = {"--node-home", "/nonexistent"};
        assertThat(CampaignMain.status(call("--check --ramp --searches 0 --registrations 0", nowhere)))
                .isEqualTo(2);
        assertThat(CampaignMain.status(call("--check --ramp --searches 20 --biometric 9", nowhere)))
                .isEqualTo(2);
    }

    @Test
    void refusesARampThatShouldHideACaseOrKillANode() {
        assertThatThrownBy(() -> of("--ramp --case BER-14")).hasMessageContaining("leave out --case");
        assertThatThrownBy(() -> of("--ramp --kill-one-at 5 --node-home second"))
                .hasMessageContaining("leave out --kill-one-at");
        assertThat(of("--ramp").ramp()).isTrue();
    }

    @Test
    void tellsWhetherACallIsRightWithoutAPlatform() throws InterruptedException {
        String[] nowhere = {"--node-home", "/nonexistent"};
        assertThat(CampaignMain.status(call("--check --ramp --rate 5", nowhere)))
                .isZero();
        assertThat(CampaignMain.status(call("--check --case BER-14", nowhere))).isZero();
        assertThat(CampaignMain.status(call("--check --ramp --case BER-14", nowhere)))
                .isEqualTo(2);
        assertThat(CampaignMain.status(call("--check --case C-99", nowhere))).isEqualTo(2);
        assertThat(CampaignMain.status(call("--ramp --rate 5", nowhere))).isEqualTo(2);
    }

    private static String[] call(String line, String... more) {
        return Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void killsAnotherNodeThanTheOneACaseOfTheLibraryTalksTo() {
        String line = " --kill-one-at 5 --node-home second --node-home third";
        assertThat(CampaignMain.victim(of("--case BER-14" + line)).home()).hasToString("second");
        assertThat(CampaignMain.victim(of("--case C-02" + line)).home()).hasToString("home");
    }

    @Test
    void readsTheListOfCases() {
        var reasons = CaseLibrary.parse("BER-14\tfive scenarios\nC-02\t\nMRS-17\tneeds a store of its own\n");
        assertThat(reasons)
                .containsEntry("BER-14", "")
                .containsEntry("C-02", "")
                .containsKey("MRS-17");
        CaseLibrary library = new CaseLibrary(reasons, List.of());
        library.check("C-02");
        assertThatThrownBy(() -> library.check("C-99")).hasMessageContaining("BER-14, C-02");
        assertThatThrownBy(() -> library.check("MRS-17")).hasMessageContaining("needs a store of its own");
    }
}
