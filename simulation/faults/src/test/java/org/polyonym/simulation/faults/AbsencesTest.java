package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final List<String> RESTART_OF_ONE = List.of(
            event(10, "not-ready", "node-1", "9000000000"),
            event(12, "restarted", "node-1", "process 7"),
            event(40, "ready", "node-1", "0"));

    private static String event(long second, String name, String node, String detail) {
        return "{\"t\":\"event\",\"at\":" + second + "000000000,\"name\":\"" + name + "\",\"node\":\"" + node
                + "\",\"detail\":\"" + detail + "\"}";
    }

    private static Measures measures(String... more) {
        List<String> lines = new ArrayList<>(RESTART_OF_ONE);
        lines.addAll(List.of(more));
        return Measures.of(lines);
    }

    private static Measures.Request failure(String node, long from, long to) {
        return new Measures.Request("op", "data", node, from * 1_000_000_000, to * 1_000_000_000, 503, "", "");
    }

    @Test
    void excusesFailuresOfTheNodeThatIsRestartedWhileItIs() {
        Absences absences = Absences.of(measures());
        assertThat(absences.own()).hasSize(1);
        assertThat(absences.foreign()).isEmpty();
        assertThat(absences.excuses(failure("node-1", 8, 10))).isTrue();
        assertThat(absences.excuses(failure("node-1", 41, 42))).isTrue();
        assertThat(absences.excuses(failure("node-1", 43, 44))).isFalse();
        assertThat(absences.excuses(failure("node-2", 20, 21))).isFalse();
    }

    @Test
    void excusesNothingByTheAbsenceOfANodeThatWasNotRestarted() {
        Absences absences = Absences.of(
                measures(event(20, "not-ready", "node-2", "19000000000"), event(25, "ready", "node-2", "0")));
        assertThat(absences.own()).extracting(Absences.Away::node).containsExactly("node-1");
        assertThat(absences.foreign()).extracting(Absences.Away::node).containsExactly("node-2");
        assertThat(absences.excuses(failure("node-2", 20, 21))).isFalse();
    }

    @Test
    void takesASecondAbsenceOfARestartedNodeForAFault() {
        Absences absences = Absences.of(
                measures(event(60, "not-ready", "node-1", "59000000000"), event(65, "ready", "node-1", "0")));
        assertThat(absences.own()).hasSize(1);
        assertThat(absences.foreign()).hasSize(1);
        assertThat(absences.excuses(failure("node-1", 61, 62))).isFalse();
    }
}
