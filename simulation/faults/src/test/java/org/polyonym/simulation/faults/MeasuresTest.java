package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.simulation.faults.client.Json;

class MeasuresTest {
    private static final Measures MEASURES = Measures.of(List.of(
            "{\"t\":\"invoke\",\"at\":0,\"op\":\"a\",\"kind\":\"data\",\"node\":\"node-1\"}",
            "{\"t\":\"answer\",\"at\":1000000,\"op\":\"a\",\"status\":503,\"problem\":\"PLY-5003\",\"retryAfter\":\"2\"}",
            "{\"t\":\"event\",\"at\":2000000000,\"name\":\"kill\",\"node\":\"node-2\",\"detail\":\"\"}",
            "{\"t\":\"invoke\",\"at\":2500000000,\"op\":\"b\",\"kind\":\"data\",\"node\":\"node-2\"}",
            "{\"t\":\"none\",\"at\":3500000000,\"op\":\"b\"}",
            "{\"t\":\"invoke\",\"at\":4000000000,\"op\":\"c\",\"kind\":\"data\",\"node\":\"node-1\"}",
            "{\"t\":\"answer\",\"at\":4050000000,\"op\":\"c\",\"status\":200,\"problem\":\"\",\"retryAfter\":\"\"}",
            "{\"t\":\"invoke\",\"at\":5000000000,\"op\":\"d\",\"kind\":\"data\",\"node\":\"node-1\"}",
            "{\"t\":\"answer\",\"at\":5001000000,\"op\":\"d\",\"status\":404,\"problem\":\"\",\"retryAfter\":\"\"}"));

    @Test
    void countsAsFailedWhatGotNoAnswerAFaultOfTheServerOrA404ThatIsNotThePlatforms() {
        assertThat(MEASURES.requests())
                .filteredOn(Measures.Request::failed)
                .extracting(Measures.Request::op)
                .containsExactly("a", "b", "d");
    }

    @Test
    void measuresFailuresFromTheFaultOn() {
        ObjectNode figures = Json.object();
        MEASURES.write(figures);
        assertThat(figures.path("first and last failed request ended after the fault")
                        .asText())
                .isEqualTo("1.5 s and 3.0 s");
        assertThat(figures.path("requests data").asText()).isEqualTo("4, failed 3, p50 50 ms, p99 50 ms");
    }
}
