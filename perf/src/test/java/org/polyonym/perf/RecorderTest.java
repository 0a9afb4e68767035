package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static Recorder.Sample sample(long at, long millis, String code) {
        return new Recorder.Sample(Operation.SIS_NAME, at, millis, code, false);
    }

    @Test
    void takesPercentilesByNearestRankOfTheAnsweredOnesAlone() {
        List<Recorder.Sample> samples = new java.util.ArrayList<>(LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> sample(0, millis, ""))
                .toList());
        samples.add(sample(0, 30_000, Recorder.NO_ANSWER));
        assertThat(Recorder.latency(samples)).isEqualTo(new Recorder.Latency(101, 1, 50, 95, 99, 100));
        assertThat(Recorder.errors(samples))
                .containsOnlyKeys(Recorder.NO_ANSWER)
                .containsValue(1L);
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThat(Recorder.latency(List.of())).isEqualTo(new Recorder.Latency(0, 0, 0, 0, 0, 0));
    }

    @Test
    void putsARequestIntoTheSecondInWhichItWasSent() {
        List<Timeline.Second> seconds =
                Timeline.of(List.of(sample(900, 5_000, ""), sample(1_100, 10, ""), sample(1_200, 10, "PLY-5002")));
        assertThat(seconds)
                .containsExactly(new Timeline.Second(0, 1, 0, 5_000, 5_000), new Timeline.Second(1, 2, 1, 5_000, 10));
    }
}
