package org.polyonym.simulation.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a soak measured.
 *
 * @param soak which one
 * @param cycles changes made
 * @param seconds they took
 * @param rate requests per second, beside the bursts
 * @param requests sent
 * @param failed of these
 * @param failures the first reasons
 * @param base latencies in milliseconds before the changes, by kind of request
 * @param under the same during the changes
 * @param before what the JVM held after a full collection, before
 * @param halfway the same after half of the changes
 * @param after the same afterwards
 * @param facts further figures by name
 * @param found what else is not as it must be, in words
 */
record SoakResult(
        String soak,
        int cycles,
        double seconds,
        int rate,
        long requests,
        long failed,
        List<String> failures,
        Map<String, Latencies.Summary> base,
        Map<String, Latencies.Summary> under,
        Jvm.Footprint before,
        Jvm.Footprint halfway,
        Jvm.Footprint after,
        Map<String, String> facts,
        List<String> found) {
    /** Class loaders beyond the base that are not a leak: proxies and reflection make some once. */
    private static final long LOADERS_TOLERATED = 2;
    /**
     * Growth of metaspace in the second half that is not a leak (R10). In the first it holds ever more profiles of methods for
     * the compiler, also without any change; that comes to an end, a leak does not.
     */
    private static final long METASPACE_TOLERATED = 1024 * 1024;
    /** Growth of metaspace from the base that no such profiles explain; seen were 2.3 MiB in 1,000 changes, assumed is the rest. */
    private static final long METASPACE_FROM_BASE = 4 * 1024 * 1024;
    /** Threads beyond the base that are not a leak: some start only when first needed. One for each of six changes is more. */
    private static final int THREADS_TOLERATED = 5;

    static SoakResult of(
            String soak,
            int cycles,
            double seconds,
            int rate,
            Load base,
            Load load,
            Jvm.Footprint before,
            Jvm.Footprint halfway,
            Jvm.Footprint after) {
        return new SoakResult(
                soak,
                cycles,
                seconds,
                rate,
                load.sent(),
                load.failed(),
                load.failures(),
                base.summaries(),
                load.summaries(),
                before,
                halfway,
                after,
                Map.of(),
                base.failed() == 0
                        ? List.of()
                        : List.of(base.failed() + " requests failed before any change: " + base.failures()));
    }

    SoakResult with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new SoakResult(
                soak, cycles, seconds, rate, requests, failed, failures, base, under, before, halfway, after, more,
                found);
    }

    /** Together with what else is not as it must be. */
    SoakResult found(List<String> more) {
        List<String> all = Stream.concat(found.stream(), more.stream()).toList();
        return new SoakResult(
                soak, cycles, seconds, rate, requests, failed, failures, base, under, before, halfway, after, facts,
                all);
    }

    /** What is not as it must be; empty when all is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(found);
        if (failed > 0) {
            faults.add(failed + " requests failed");
        }
        if (after.classLoaders() > before.classLoaders() + LOADERS_TOLERATED) {
            faults.add("class loaders grew from " + before.classLoaders() + " to " + after.classLoaders());
        }
        if (after.metaspaceBytes() > halfway.metaspaceBytes() + METASPACE_TOLERATED) {
            faults.add("metaspace grew in the second half from " + halfway.metaspaceBytes() + " to "
                    + after.metaspaceBytes() + " bytes");
        }
        if (after.metaspaceBytes() > before.metaspaceBytes() + METASPACE_FROM_BASE) {
            faults.add("metaspace grew from " + before.metaspaceBytes() + " to " + after.metaspaceBytes() + " bytes");
        }
        int threads = after.threads().total();
        if (threads > before.threads().total() + THREADS_TOLERATED) {
            faults.add("threads grew from " + before.threads().total() + " to " + threads + ": "
                    + after.threads().beyond(before.threads()));
        }
        return faults;
    }

    /** Rows of the table: what, before, during or after. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "before", "during, after"));
        new TreeMap<>(under).forEach((kind, during) -> {
            Latencies.Summary calm = base.getOrDefault(kind, new Latencies.Summary(0, 0, 0, 0));
            rows.add(List.of(kind + ": requests", "" + calm.count(), "" + during.count()));
            rows.add(List.of(kind + ": p50 ms", ms(calm.p50()), ms(during.p50())));
            rows.add(List.of(kind + ": p99 ms", ms(calm.p99()), ms(during.p99())));
            rows.add(List.of(kind + ": max ms", ms(calm.max()), ms(during.max())));
        });
        rows.add(List.of("heap MiB", mib(before.heapBytes()), mib(after.heapBytes())));
        rows.add(List.of("metaspace KiB", kib(before.metaspaceBytes()), kib(after.metaspaceBytes())));
        rows.add(List.of("metaspace KiB halfway", "", kib(halfway.metaspaceBytes())));
        rows.add(List.of("class loaders", "" + before.classLoaders(), "" + after.classLoaders()));
        rows.add(List.of(
                "threads, each pool that breathes as one",
                "" + before.threads().total(),
                "" + after.threads().total()));
        rows.add(List.of("requests", "", "" + requests));
        rows.add(List.of("failed", "", "" + failed));
        rows.add(List.of("cycles, s each", "", cycles + ", " + ms(seconds / Math.max(1, cycles))));
        facts.forEach((name, value) -> rows.add(List.of(name, "", value)));
        return rows;
    }

    private static String ms(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }

    private static String mib(long bytes) {
        return Long.toString(bytes >> 20);
    }

    private static String kib(long bytes) {
        return Long.toString(bytes >> 10);
    }
}
