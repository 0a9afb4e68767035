package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.simulation.faults.client.Json;

class SequenceTest {
    private static final List<FaultRun> RUNS = List.of(new Calm(), new KillOne(), new KillTwo());

    private final List<String> played = new ArrayList<>();

    private ObjectNode play(FaultRun run) {
        played.add(run.name());
        if (run.name().equals("kill-one")) {
            throw new FaultsException("no answer");
        }
        return Json.object().put("run", run.name()).put("ok", true);
    }

    @Test
    void recordsARunThatBreaksOffAndGoesOn() throws InterruptedException {
        List<ObjectNode> results = new Sequence(this::play, () -> true).play(RUNS);
        assertThat(played).containsExactly("calm", "kill-one", "kill-two");
        assertThat(results).extracting(each -> each.path("ok").asBoolean()).containsExactly(true, false, true);
        assertThat(results.get(1).path("failures").path(0).asText()).isEqualTo("the run broke off: no answer");
    }

    @Test
    void playsNothingMoreOnAClusterThatDoesNotComeBack() throws InterruptedException {
        List<ObjectNode> results = new Sequence(this::play, () -> false).play(RUNS);
        assertThat(played).containsExactly("calm", "kill-one");
        assertThat(results).hasSize(3);
        assertThat(results.getLast().path("ok").asBoolean()).isFalse();
        assertThat(results.getLast().path("failures").path(0).asText()).startsWith("NOT RUN");
    }
}
