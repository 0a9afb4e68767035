package org.polyonym.simulation.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    /** As the launcher calls it: its own options behind the user's, no platform there yet. */
    private static String[] call(String line) {
        return Stream.of((line + " --home /nonexistent --out out --jar soak.jar")
                        .strip()
                        .split(" "))
                .toArray(String[]::new);
    }

    private static Arguments of(String line) {
        return Arguments.of(call(line));
    }

    @Test
    void readsWhatItIsAskedFor() {
        Arguments arguments = of("components --cycles 6 --rate 50");
        assertThat(arguments.soak()).isEqualTo("components");
        assertThat(arguments.cycles()).isEqualTo(6);
        assertThat(arguments.rate()).isEqualTo(50);
        assertThat(of("deploy").cycles()).isEqualTo(20);
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> of("nope")).hasMessage("which soak: deploy or components, not 'nope'");
        assertThatThrownBy(() -> of("deploy extra")).hasMessage("unknown option 'extra'; ./polyonym soak --help");
        assertThatThrownBy(() -> of("deploy --cycles 0")).hasMessage("--cycles needs a whole number above 0, not 0");
        assertThatThrownBy(() -> of("deploy --cycles x")).hasMessage("--cycles needs a whole number above 0, not 'x'");
        assertThatThrownBy(() -> of("deploy --rate -1")).hasMessage("--rate needs a whole number above 0, not -1");
        assertThatThrownBy(() -> of("deploy --rate")).hasMessage("--rate needs a value");
        assertThatThrownBy(() -> Arguments.of("deploy")).hasMessage("--home is missing");
    }

    @Test
    void tellsWhetherACallIsRightWithoutAPlatform() throws Exception {
        assertThat(SoakMain.status(call("--check deploy --rate 20"))).isZero();
        assertThat(SoakMain.status(call("--check deploy --rate 0"))).isEqualTo(2);
        assertThat(SoakMain.status(call("--check nope"))).isEqualTo(2);
    }
}
