package org.polyonym.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests second by second, by the time at which they were sent. */
final class Timeline {
    /**
     * One second.
     *
     * @param second from the beginning of the load
     * @param sent requests
     * @param failed of them
     * @param p95 milliseconds of searches by name sent within five seconds up to this one
     * @param max milliseconds, the slowest request of any kind
     */
    record Second(int second, int sent, int failed, long p95, long max) {}

    private static final int WINDOW = 5;

    private Timeline() {}

    static List<Second> of(List<Recorder.Sample> samples) {
        TreeMap<Integer, List<Recorder.Sample>> bySecond = samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> (int) (sample.atMillis() / 1000), TreeMap::new, Collectors.toList()));
        List<Second> seconds = new ArrayList<>();
        for (Map.Entry<Integer, List<Recorder.Sample>> each : bySecond.entrySet()) {
            List<Long> names = bySecond.subMap(each.getKey() - WINDOW + 1, true, each.getKey(), true).values().stream()
                    .flatMap(List::stream)
                    .filter(sample -> sample.operation().type() == Operation.Type.NAME && sample.ok())
                    .map(Recorder.Sample::millis)
                    .toList();
            Recorder.Latency all = Recorder.latency(each.getValue());
            seconds.add(
                    new Second(each.getKey(), all.count(), all.errors(), Recorder.percentile(names, 0.95), all.max()));
        }
        return seconds;
    }
}
