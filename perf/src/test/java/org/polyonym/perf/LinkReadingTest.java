package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;

class LinkReadingTest {
    private static Answer answer(int status, String type) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        return new Answer(status, headers, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Answer problem(int status) {
        return answer(status, "application/problem+json");
    }

    private static int settled(Answer... answers) {
        Deque<Answer> left = new ArrayDeque<>(List.of(answers));
        return LinkReading.settled(
                        () -> {
                            if (left.isEmpty()) {
                                throw new HarnessException("does not answer");
                            }
                            return left.remove();
                        },
                        "/v1/links",
                        Duration.ZERO)
                .status();
    }

    @Test
    void takesLinksAndThePlatformsOwn404ForAnswers() {
        assertThat(settled(answer(200, "application/json"))).isEqualTo(200);
        assertThat(settled(problem(404))).isEqualTo(404);
    }

    @Test
    void asksAgainAfterAnythingElse() {
        assertThat(settled(problem(503), problem(403), answer(404, "text/html"), answer(200, "application/json")))
                .isEqualTo(200);
    }

    @Test
    void failsWhenNothingElseComes() {
        assertThatThrownBy(() -> settled(problem(503), problem(503), problem(503), problem(503), problem(403)))
                .hasMessageContaining("/v1/links had no answer in 5 attempts, the last was: 403");
        assertThatThrownBy(() -> settled()).hasMessageContaining("does not answer");
    }
}
