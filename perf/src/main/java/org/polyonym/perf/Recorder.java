package org.polyonym.perf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What came back to honest travellers, request by request. Thread-safe. */
final class Recorder {
    /** The code of a request that no node answered. */
    static final String NO_ANSWER = "NO_ANSWER";

    /**
     * One request.
     *
     * @param operation what was asked
     * @param atMillis when it was sent, from the beginning of the load
     * @param millis until the whole answer was there, repetition included
     * @param code empty when it was answered as asked, else a problem code, an HTTP status or {@link #NO_ANSWER}
     * @param repeated whether another node had to be asked
     */
    record Sample(Operation operation, long atMillis, long millis, String code, boolean repeated) {
        boolean ok() {
            return code.isEmpty();
        }
    }

    /**
     * Percentiles in milliseconds over the requests that were answered as asked; zeros when there was none.
     *
     * @param count requests, failed ones included
     */
    record Latency(int count, int errors, long p50, long p95, long p99, long max) {}

    private final Collection<Sample> samples = new ConcurrentLinkedQueue<>();

    void add(Sample sample) {
        samples.add(sample);
    }

    List<Sample> samples() {
        return new ArrayList<>(samples);
    }

    /** Errors by code with their number. */
    static Map<String, Long> errors(Collection<Sample> samples) {
        Map<String, Long> errors = new TreeMap<>();
        samples.stream().filter(sample -> !sample.ok()).forEach(sample -> errors.merge(sample.code(), 1L, Long::sum));
        return errors;
    }

    static Latency latency(Collection<Sample> samples) {
        long[] millis = samples.stream()
                .filter(Sample::ok)
                .mapToLong(Sample::millis)
                .sorted()
                .toArray();
        return new Latency(
                samples.size(),
                samples.size() - millis.length,
                percentile(millis, 0.5),
                percentile(millis, 0.95),
                percentile(millis, 0.99),
                millis.length == 0 ? 0 : millis[millis.length - 1]);
    }

    /** Nearest rank: the smallest value that at least that share of all values does not exceed. Sorts nothing. */
    static long percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    static long percentile(Collection<Long> values, double share) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return percentile(sorted, share);
    }
}
