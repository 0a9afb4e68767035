package org.polyonym.perf;

import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polyonym.simulation.harness.Platform;

/** One run of Gatling inside this process, with a line of progress each five seconds. */
final class Load {
    private static final int PROGRESS_SECONDS = 5;
    /** What Gatling answers when it has run to its end and asserted nothing. */
    private static final int COMPLETED = 0;

    private final Platform platform;
    private final Travellers travellers;

    Load(Platform platform, Travellers travellers) {
        this.platform = platform;
        this.travellers = travellers;
    }

    /**
     * Lets them arrive, and returns when the last answer is there.
     *
     * @param began {@link System#nanoTime} at which the time of the load begins
     * @param results folder for Gatling's log
     * @param charts whether Gatling makes its own report there
     * @param acknowledged gets every record that was entered
     */
    Recorder run(
            Mix mix,
            Duration duration,
            long began,
            Path results,
            boolean charts,
            Optional<Depth> depth,
            Consumer<Travellers.Entry> acknowledged) {
        Recorder recorder = new Recorder();
        Nodes nodes = new Nodes(platform.nodes(), () -> System.nanoTime() / 1_000_000);
        Calls calls = new Calls(platform, travellers, began);
        new Traffic(mix, duration, nodes, calls, recorder, acknowledged).handOver();
        List<String> arguments = new ArrayList<>(List.of("-s", TrafficSimulation.class.getName()));
        arguments.addAll(List.of("-rf", results.toString()));
        if (!charts) {
            arguments.add("-nr");
        }
        ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor();
        try {
            progress.scheduleAtFixedRate(
                    () -> print(recorder, calls.now(), depth), PROGRESS_SECONDS, PROGRESS_SECONDS, TimeUnit.SECONDS);
            int status = Gatling$.MODULE$.fromArgs(arguments.toArray(String[]::new));
            if (status != COMPLETED) {
                throw new IllegalStateException("Gatling ended with status " + status);
            }
        } finally {
            progress.shutdownNow();
        }
        return recorder;
    }

    private static void print(Recorder recorder, long now, Optional<Depth> depth) {
        List<Recorder.Sample> recent = recorder.samples().stream()
                .filter(sample -> sample.atMillis() + sample.millis() > now - PROGRESS_SECONDS * 1000L)
                .toList();
        Recorder.Latency latency = Recorder.latency(recent);
        String open = depth.filter(it -> !it.looks().isEmpty())
                .map(it -> ", tasks open " + Depth.words(it.looks().getLast().open()))
                .orElse("");
        System.out.printf(
                "%4d s  %5.1f answers/s, p50 %d ms, p95 %d ms, max %d ms, failed %d%s%n",
                now / 1000,
                recent.size() / (double) PROGRESS_SECONDS,
                latency.p50(),
                latency.p95(),
                latency.max(),
                latency.errors(),
                open);
    }

    /** Empties a folder of earlier reports. */
    static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each :
                        tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
