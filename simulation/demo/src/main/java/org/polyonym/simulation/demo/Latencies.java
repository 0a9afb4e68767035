package org.polyonym.simulation.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Machine times of registrations that led to a link. Thread-safe. */
final class Latencies {
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

    void add(double value) {
        millis.add(value);
    }

    ModeResult.Latency summary() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? new ModeResult.Latency(0, 0, 0, 0)
                : new ModeResult.Latency(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), sorted.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return Math.round(sorted.get(Math.max(index, 0)) * 10) / 10.0;
    }
}
