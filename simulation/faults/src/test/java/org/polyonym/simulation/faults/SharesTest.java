package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.simulation.faults.client.Json;

class SharesTest {
    private static List<String> missing(String derivedOfOne, boolean answers) {
        JsonNode view = Json.read("""
                {"members":[{"name":"node-1","answers":%s,"owns":[1,2,3]},{"name":"node-2","answers":true,"owns":[4]}],
                 "derived":[{"node":"node-2","structure":"gallery-EES","behind":0,"shards":[1,2,4]},
                            {"node":"node-2","structure":"audit-order","behind":0,"shards":[3]}%s]}""".formatted(answers, derivedOfOne.isEmpty() ? "" : "," + derivedOfOne));
        return Shares.missing(view, "node-1");
    }

    @Test
    void namesWhatANodeOwnsAndOthersHaveAndItHasNot() {
        assertThat(missing("", true)).containsExactly("gallery-EES/1", "gallery-EES/2");
        assertThat(missing("{\"node\":\"node-1\",\"structure\":\"gallery-EES\",\"behind\":9,\"shards\":[1]}", true))
                .containsExactly("gallery-EES/2");
    }

    @Test
    void takesANodeThatIsOnlyALittleBehindForComplete() {
        assertThat(missing("{\"node\":\"node-1\",\"structure\":\"gallery-EES\",\"behind\":9,\"shards\":[1,2]}", true))
                .isEmpty();
    }

    @Test
    void knowsNothingOfANodeThatDoesNotTell() {
        assertThat(missing("", false)).isEmpty();
    }
}
