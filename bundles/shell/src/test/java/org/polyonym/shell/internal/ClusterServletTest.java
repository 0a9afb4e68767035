package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polyonym.grid.Member;
import org.polyonym.health.DerivedState;
import org.polyonym.store.TaskState;

class ClusterServletTest {
    private static final NodeFacts FACTS = new NodeFacts(
            Instant.parse("2026-11-26T12:00:00Z"),
            List.of(new DerivedState("gallery-SIS", 3, List.of(1, 5)), new DerivedState("audit-order", 7, List.of())));

    private static String json(ClusterState state) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            ClusterServlet.write(out, state);
        }
        return text.toString();
    }

    @Test
    void readsWhatANodeWrote() throws IOException {
        assertThat(NodeFacts.read(FACTS.write())).isEqualTo(FACTS);
    }

    @Test
    void tellsWhoHoldsWhatAndWhichNodeWorksOnWhat() throws IOException {
        ClusterState state = new ClusterState(
                "node-1",
                3,
                true,
                List.of(
                        new ClusterState.Node(new Member("id-1", "node-1"), List.of(1, 5), Optional.of(FACTS)),
                        new ClusterState.Node(new Member("id-2", "node-2"), List.of(2), Optional.empty())),
                Optional.of(new ClusterState.Tasks(
                        Map.of("detect", Map.of(TaskState.CLAIMED, 2L)),
                        new TreeMap<>(Map.of("gone", 1L, "id-2", 1L)))));
        assertThat(json(state))
                .isEqualTo("{\"self\":\"node-1\",\"size\":3,\"majority\":true,\"members\":["
                        + "{\"name\":\"node-1\",\"id\":\"id-1\",\"answers\":true,\"owns\":[1,5],"
                        + "\"since\":\"2026-11-26T12:00:00Z\"},"
                        + "{\"name\":\"node-2\",\"id\":\"id-2\",\"answers\":false,\"owns\":[2]}],\"derived\":["
                        + "{\"node\":\"node-1\",\"structure\":\"gallery-SIS\",\"behind\":3,\"shards\":[1,5]},"
                        + "{\"node\":\"node-1\",\"structure\":\"audit-order\",\"behind\":7,\"shards\":[]}],"
                        + "\"store\":true,"
                        + "\"queues\":{\"detect\":{\"CLAIMED\":2}},\"claimed\":["
                        + "{\"worker\":\"gone\",\"node\":\"\",\"tasks\":1},"
                        + "{\"worker\":\"id-2\",\"node\":\"node-2\",\"tasks\":1}]}");
    }

    @Test
    void answersWithoutTheStore() throws IOException {
        assertThat(json(new ClusterState("node-1", 1, true, List.of(), Optional.empty())))
                .contains("\"store\":false")
                .doesNotContain("queues");
    }
}
