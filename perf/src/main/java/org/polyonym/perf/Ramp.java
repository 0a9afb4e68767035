package org.polyonym.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polyonym.simulation.demo.BerlinCase;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Platform;

/** Raises the rate step by step until the goals break, and reports the last rate that held. */
final class Ramp {
    static final int MOST_STEPS = 12;
    private static final double FACTOR = 1.5;
    private static final double MOST_FAILED = 0.01;
    private static final long P99 = 1_000;
    private static final double LEAST_DELIVERED = 0.99;
    private static final long EMPTY_WITHIN = 30_000;
    private static final Duration REST = Duration.ofSeconds(5);

    /**
     * One step.
     *
     * @param perSecond arrivals
     * @param name searches by name
     * @param registration registrations
     * @param failedShare of all requests
     * @param open tasks at the end of the step
     * @param deliveredShare of the arrivals that were due
     * @param drainedMillis from the end of the step until no task was open; -1 if that did not happen in time
     * @param broken why the step did not hold, empty if it did
     */
    record Step(
            double perSecond,
            Recorder.Latency name,
            Recorder.Latency registration,
            double failedShare,
            long open,
            double deliveredShare,
            long drainedMillis,
            String broken) {}

    /** What a step is judged by, see {@link Step}. */
    record Figures(
            Recorder.Latency name,
            Recorder.Latency registration,
            double failedShare,
            double deliveredShare,
            long drainedMillis) {}

    /** What {@code ramp.json} holds. */
    record Result(
            String machine,
            String jdk,
            String commit,
            int nodes,
            long stepSeconds,
            double lastGood,
            List<Step> steps) {}

    private final Arguments arguments;
    private final Platform platform;
    private final Campaign campaign;

    Ramp(Arguments arguments, Platform platform, Campaign campaign) {
        this.arguments = arguments;
        this.platform = platform;
        this.campaign = campaign;
    }

    /** Exit status 0 when the first step held. */
    int run() throws IOException, InterruptedException {
        campaign.prepare(BerlinCase.BEFORE);
        List<Step> steps = new ArrayList<>();
        double times = 1;
        double lastGood = 0;
        for (int i = 0; i < MOST_STEPS; i++, times *= FACTOR) {
            Mix mix = Mix.of(
                    arguments.searches() * times, arguments.biometric() * times, arguments.registrations() * times);
            System.out.printf(Locale.ROOT, "step %d: %.1f arrivals/s for %d s%n", i + 1, mix.total(), seconds());
            Step step = step(mix);
            steps.add(step);
            System.out.println(words(step));
            if (!step.broken().isEmpty()) {
                break;
            }
            lastGood = step.perSecond();
            Thread.sleep(REST);
        }
        Result result = new Result(
                Machine.describe(),
                System.getProperty("java.version"),
                Machine.commit(),
                platform.nodes().size(),
                seconds(),
                lastGood,
                steps);
        Files.createDirectories(arguments.out());
        Files.writeString(
                arguments.out().resolve("ramp.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result));
        System.out.printf(
                Locale.ROOT,
                "last rate that held: %.1f arrivals/s on %d node(s); %s%n",
                lastGood,
                platform.nodes().size(),
                arguments.out().resolve("ramp.json").toAbsolutePath());
        return lastGood > 0 ? 0 : 1;
    }

    private long seconds() {
        return arguments.duration().toSeconds();
    }

    private Step step(Mix mix) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Depth depth = new Depth(platform, began)) {
            Recorder recorder = campaign.load(
                    mix, arguments.duration(), began, "gatling-ramp", false, Optional.of(depth), entry -> {});
            long end = arguments.duration().toMillis();
            long open = depth.looks().stream()
                    .filter(look -> look.atMillis() <= end)
                    .mapToLong(Depth.Look::open)
                    .reduce(0, (before, last) -> last);
            List<Recorder.Sample> samples = recorder.samples();
            double failed = samples.isEmpty()
                    ? 1
                    : (double) samples.stream().filter(s -> !s.ok()).count() / samples.size();
            Figures figures = new Figures(
                    of(samples, Operation.Type.NAME),
                    of(samples, Operation.Type.REGISTRATION),
                    failed,
                    (double) samples.size() / mix.planned(seconds()),
                    depth.drained(end, EMPTY_WITHIN));
            return new Step(
                    mix.total(),
                    figures.name(),
                    figures.registration(),
                    failed,
                    open,
                    figures.deliveredShare(),
                    figures.drainedMillis(),
                    broken(figures, arguments.scale()));
        }
    }

    private static Recorder.Latency of(List<Recorder.Sample> samples, Operation.Type type) {
        return Recorder.latency(
                samples.stream().filter(s -> s.operation().type() == type).toList());
    }

    /** Why a step did not hold; empty if it did. */
    static String broken(Figures f, double scale) {
        if (f.deliveredShare() < LEAST_DELIVERED) {
            return String.format(Locale.ROOT, "only %.1f %% of the arrivals were sent", f.deliveredShare() * 100);
        }
        if (f.failedShare() > MOST_FAILED) {
            return String.format(Locale.ROOT, "%.1f %% of the requests failed", f.failedShare() * 100);
        }
        if (f.name().p99() > P99 * scale) {
            return "p99 of searches by name " + f.name().p99() + " ms";
        }
        if (f.registration().p95() > Goals.REGISTRATION_P95 * scale) {
            return "p95 of registrations " + f.registration().p95() + " ms";
        }
        if (f.drainedMillis() < 0) {
            return "tasks were open " + EMPTY_WITHIN / 1000 + " s after the step";
        }
        return "";
    }

    private static String words(Step step) {
        return String.format(
                Locale.ROOT,
                "  %.1f/s: by name p95 %d, p99 %d ms; registrations p95 %d ms; failed %.2f %%; sent %.1f %%; tasks open %s;"
                        + " %s",
                step.perSecond(),
                step.name().p95(),
                step.name().p99(),
                step.registration().p95(),
                step.failedShare() * 100,
                step.deliveredShare() * 100,
                Depth.words(step.open()),
                step.broken().isEmpty() ? "holds" : "BROKEN: " + step.broken());
    }
}
