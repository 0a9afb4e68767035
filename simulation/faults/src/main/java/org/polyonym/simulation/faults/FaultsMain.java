package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.polyonym.simulation.faults.client.ClusterHome;
import org.polyonym.simulation.faults.load.Crowd;

/**
 * {@code FaultsMain --root DIR [RUN...] [OPTION...]}: what {@code ./polyonym faults} does. Exit status 0 when all
 * hold, 1 when a run failed or broke off, 2 when the call is wrong, 3 when the cluster that it should take does not run.
 */
public final class FaultsMain {
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;
    private static final int NOT_RUNNING = 3;
    private static final Duration HEAL_LIMIT = Duration.ofSeconds(180);

    private FaultsMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        System.exit(status(arguments));
    }

    /** Exit status; says on the console what is wrong. */
    static int status(String... arguments) throws InterruptedException, IOException {
        try {
            Settings settings = Settings.parse(Arrays.asList(arguments));
            List<FaultRun> runs = FaultRuns.named(settings.runs());
            // What earlier calls have found stays until it is clear that this one can begin.
            if (settings.running() && !Cluster.isRunning(new ClusterHome(settings.home()))) {
                System.err.println("polyonym: --running: no platform runs in " + settings.home()
                        + ": ./polyonym start --nodes " + Cluster.SIZE + " --demo --home " + settings.home());
                return NOT_RUNNING;
            }
            return run(settings, runs) ? 0 : BROKEN;
        } catch (FaultsException e) {
            System.err.println("polyonym: " + e.getMessage());
            return WRONG_CALL;
        }
    }

    private static boolean run(Settings settings, List<FaultRun> runs) throws InterruptedException, IOException {
        Files.createDirectories(settings.results());
        String log = settings.inside() ? "launcher-inside.log" : "launcher.log";
        Files.deleteIfExists(settings.results().resolve(log));
        Programs programs = new Programs(settings.root(), settings.results().resolve(log));
        if (settings.inside()) {
            return new InNamespaces(settings).playInside(programs);
        }
        forget(settings, runs);
        return new Result(settings, playAll(settings, runs, programs)).write();
    }

    /** What an earlier call has found must not be taken for what this one finds. */
    private static void forget(Settings settings, List<FaultRun> runs) throws IOException {
        List<String> files = new ArrayList<>(List.of("report.html", "result.json"));
        for (FaultRun run : runs) {
            for (String each : List.of("history.ndjson", "verdict.json", "result.json")) {
                files.add(run.name() + "/" + each);
            }
        }
        for (String each : files) {
            Files.deleteIfExists(settings.results().resolve(each));
        }
    }

    private static List<ObjectNode> playAll(Settings settings, List<FaultRun> runs, Programs programs)
            throws InterruptedException {
        List<FaultRun> here =
                runs.stream().filter(run -> !run.name().equals(Partition.NAME)).toList();
        List<ObjectNode> results = new ArrayList<>(here.isEmpty() ? List.of() : playHere(settings, here, programs));
        if (here.size() < runs.size()) {
            // It has a cluster of its own, so nothing has to be brought back for a next one.
            results.addAll(
                    new Sequence(run -> new InNamespaces(settings).play(), () -> true).play(List.of(new Partition())));
        }
        return results;
    }

    private static List<ObjectNode> playHere(Settings settings, List<FaultRun> runs, Programs programs)
            throws InterruptedException {
        try {
            Cluster cluster = cluster(settings, programs);
            Director director = director(settings, cluster);
            return new Sequence(director::play, () -> cluster.heal(HEAL_LIMIT)).play(runs);
        } catch (RuntimeException e) {
            String reason = "NOT RUN: there is no cluster: " + Sequence.reason(e);
            return runs.stream().map(run -> Sequence.failed(run, reason)).toList();
        }
    }

    private static Cluster cluster(Settings settings, Programs programs) throws InterruptedException {
        if (!settings.running()) {
            System.out.println("booting a cluster in " + settings.home());
            stopAtTheEnd(settings, programs);
            Cluster.boot(settings.home(), programs);
        }
        return new Cluster(new ClusterHome(settings.home()), programs);
    }

    private static Director director(Settings settings, Cluster cluster) throws InterruptedException {
        Crowd crowd =
                new Crowd(settings.prints(), settings.seed(), settings.home().resolve("faults.next"));
        Director director = new Director(settings, cluster, crowd);
        if (!settings.running()) {
            director.warmUp();
        }
        return director;
    }

    /** Whatever ends this program, Ctrl-C too, leaves no node behind. */
    private static void stopAtTheEnd(Settings settings, Programs programs) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                programs.polyonym("stop", "--home", settings.home().toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
