package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.polyonym.simulation.harness.Json;

class LibraryHiddenTest {
    private static final String PASSED =
            "{\"name\":\"a\",\"passed\":true,\"steps\":[\"x\"],\"error\":\"\",\"millis\":1234}";
    private static final String FAILED =
            "{\"name\":\"b\",\"passed\":false,\"steps\":[],\"error\":\"no link\",\"millis\":5}";

    private static LibraryHidden.Played played(int status, String scenarios) throws JsonProcessingException {
        return new LibraryHidden.Played(status, Json.MAPPER.readTree(scenarios));
    }

    @Test
    void missesNothingWhenEveryScenarioPassed() throws JsonProcessingException {
        LibraryHidden.Played played = played(0, "[" + PASSED + "]");
        assertThat(played.misses()).isEmpty();
        assertThat(played.exposures(9_000).getFirst().time()).isEqualTo("scenario took 1234 ms");
    }

    @Test
    void missesWhatFailedWhatDidNotRunAndWhatTheProgramDidNotLike() throws JsonProcessingException {
        assertThat(played(1, "[" + PASSED + "," + FAILED + "]").misses()).containsExactly("b: no link");
        assertThat(played(1, "[]").misses()).containsExactly("no scenario ran");
        assertThat(played(1, "[" + PASSED + "]").misses()).containsExactly("the scenario library ended with status 1");
    }
}
