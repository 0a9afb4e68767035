package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void readsRunsAndOptionsInAnyOrder() {
        Settings settings = Settings.parse(
                List.of("kill-one", "--rate", "2.5", "--running", "database", "--duration", "30", "--pairs", "7"));
        assertThat(settings.runs()).containsExactly("kill-one", "database");
        assertThat(settings.rate()).isEqualTo(2.5);
        assertThat(settings.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.pairs()).isEqualTo(7);
        assertThat(settings.running()).isTrue();
    }

    @Test
    void isQuickWithOneRunAndAShortLoad() {
        Settings settings = Settings.parse(List.of("--quick"));
        assertThat(settings.runs()).containsExactly("kill-one");
        assertThat(settings.duration()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void isQuickWithNothingElse() {
        assertThatThrownBy(() -> Settings.parse(List.of("rolling", "--quick")))
                .hasMessage("--quick is kill-one alone: leave out rolling");
        assertThatThrownBy(() -> Settings.parse(List.of("--quick", "all"))).hasMessageContaining("leave out all");
        assertThatThrownBy(() -> Settings.parse(List.of("--duration", "60", "--quick")))
                .hasMessage("--quick has 20 seconds of load: leave out --duration");
    }

    @Test
    void takesNoOptionForTheValueOfTheOneBeforeIt() {
        assertThatThrownBy(() -> Settings.parse(List.of("--rate", "--root", "/tmp")))
                .hasMessage("--rate needs a value");
        assertThatThrownBy(() -> Settings.parse(List.of("--seed"))).hasMessage("--seed needs a value");
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Settings.parse(List.of("--rat", "2"))).hasMessageContaining("'--rat'");
        assertThatThrownBy(() -> Settings.parse(List.of("--rate", "fast"))).hasMessageContaining("'fast'");
        assertThatThrownBy(() -> FaultRuns.named(List.of("kill-three"))).hasMessageContaining("kill-one");
    }

    @Test
    void theSecondProcessOfARunGetsTheSameLoadAndAHomeOfItsOwn() {
        Settings outer = Settings.parse(List.of("--home", "/tmp/a", "--seed", "9", "--root", "/tmp"));
        Settings inner = Settings.parse(outer.forInside("partition"));
        assertThat(inner.inside()).isTrue();
        assertThat(inner.runs()).containsExactly("partition");
        assertThat(inner.home()).hasToString("/tmp/a-partition");
        assertThat(inner.seed()).isEqualTo(9);
    }
}
