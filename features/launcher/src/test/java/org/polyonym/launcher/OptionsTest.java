package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Project PROJECT = new Project(Path.of("/checkout"));

    @Test
    void eachModeHasAHomeOfItsOwn() throws Failure {
        assertThat(Options.parse(List.of()).home(PROJECT).path())
                .isEqualTo(Path.of("/checkout/target/run/interoperable"));
        assertThat(Options.parse(List.of("--mode", "2016")).home(PROJECT).path())
                .isEqualTo(Path.of("/checkout/target/run/2016"));
    }

    @Test
    void aGivenHomeIsMadeAbsolute() throws Failure {
        assertThat(Options.parse(List.of("--home", "a/../b")).home(PROJECT).path())
                .isEqualTo(Path.of("b").toAbsolutePath());
    }

    @Test
    void whatItDoesNotKnowIsLeftToTheCommand() throws Failure {
        Options options = Options.parse(List.of("--tags", "@art-20", "--demo", "one.feature"));
        assertThat(options.rest()).containsExactly("--tags", "@art-20", "one.feature");
        assertThat(options.demo()).isTrue();
    }

    @Test
    void refusesAnUnknownModeAndNamesTheKnownOnes() {
        assertThatThrownBy(() -> Options.parse(List.of("--mode", "2017")))
                .hasMessageContaining("2017")
                .hasMessageContaining("interoperable or 2016");
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String port : List.of("http", "0", "65536", "-1")) {
            assertThatThrownBy(() -> Options.parse(List.of("--port", port))).hasMessageContaining(port);
        }
    }

    @Test
    void readsWhatAClusterNeeds() throws Failure {
        Options options = Options.parse(List.of("--nodes", "3", "--node", "2", "--database", "postgresql://a@b/c"));
        assertThat(options.nodes()).isEqualTo(3);
        assertThat(options.node()).isEqualTo(2);
        assertThat(options.database()).contains("postgresql://a@b/c");
        assertThatThrownBy(() -> Options.parse(List.of("--nodes", "10"))).hasMessageContaining("1 to 9");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> Options.parse(List.of("--home"))).hasMessage("--home needs a value");
    }
}
