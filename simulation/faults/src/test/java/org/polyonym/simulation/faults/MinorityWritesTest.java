package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MinorityWritesTest {
    private static final List<String> ALONE = List.of(
            "{\"t\":\"event\",\"at\":100,\"name\":\"partition\",\"node\":\"node-3\",\"detail\":\"\"}",
            "{\"t\":\"event\",\"at\":900,\"name\":\"mending\",\"node\":\"\",\"detail\":\"\"}");
    private static final List<String> REFUSED = registration("refused", "node-3", 150, 200, 503, "PLY-5006");

    private static List<String> registration(String op, String node, long from, long to, int status, String problem) {
        return List.of(
                "{\"t\":\"invoke\",\"at\":" + from + ",\"op\":\"" + op + "\",\"kind\":\"register\",\"node\":\"" + node
                        + "\"}",
                "{\"t\":\"answer\",\"at\":" + to + ",\"op\":\"" + op + "\",\"status\":" + status + ",\"problem\":\""
                        + problem + "\"}");
    }

    private static MinorityWrites of(List<String> first, List<String> more) {
        List<String> lines = Stream.of(ALONE, first, more).flatMap(List::stream).toList();
        return MinorityWrites.of(Measures.of(lines), "node-3", "partition", "mending");
    }

    @Test
    void findsAWriteOfTheLoneNodeAfterItHadRefusedOne() {
        MinorityWrites writes = of(REFUSED, registration("late", "node-3", 300, 310, 201, ""));
        assertThat(writes.asked()).isEqualTo(1);
        assertThat(writes.accepted()).extracting(Measures.Request::op).containsExactly("late");
    }

    @Test
    void takesARefusedProbeForARefusal() {
        List<String> probe =
                List.of("{\"t\":\"event\",\"at\":250,\"name\":\"refuses\",\"node\":\"node-3\",\"detail\":\"\"}");
        assertThat(of(probe, registration("late", "node-3", 300, 310, 201, "")).accepted())
                .hasSize(1);
    }

    @Test
    void letsPassWhatWasAskedBeforeTheRefusalOrAnsweredAfterTheHealingOrByAnother() {
        List<String> others = Stream.of(
                        registration("before", "node-3", 190, 300, 201, ""),
                        registration("after", "node-3", 800, 950, 201, ""),
                        registration("other", "node-1", 300, 310, 201, ""),
                        registration("again", "node-3", 400, 410, 503, "PLY-5006"))
                .flatMap(List::stream)
                .toList();
        MinorityWrites writes = of(REFUSED, others);
        assertThat(writes.asked()).isEqualTo(1);
        assertThat(writes.accepted()).isEmpty();
    }
}
