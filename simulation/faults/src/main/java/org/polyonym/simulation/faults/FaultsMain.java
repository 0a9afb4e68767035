package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.polyonym.simulation.faults.client.ClusterHome;
import org.polyonym.simulation.faults.load.Crowd;

/** {@code FaultsMain --root DIR [RUN...] [OPTION...]}: what {@code ./polyonym faults} does. Exit status 0 when all hold. */
public final class FaultsMain {
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;

    private FaultsMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        try {
            System.exit(run(Settings.parse(Arrays.asList(arguments))) ? 0 : BROKEN);
        } catch (FaultsException e) {
            System.err.println("polyonym: " + e.getMessage());
            System.exit(WRONG_CALL);
        }
    }

    private static boolean run(Settings settings) throws InterruptedException, IOException {
        Files.createDirectories(settings.results());
        String log = settings.inside() ? "launcher-inside.log" : "launcher.log";
        Files.deleteIfExists(settings.results().resolve(log));
        Programs programs = new Programs(settings.root(), settings.results().resolve(log));
        return settings.inside()
                ? new InNamespaces(settings).playInside(programs)
                : new Result(settings, playAll(settings, programs)).write();
    }

    private static List<ObjectNode> playAll(Settings settings, Programs programs)
            throws InterruptedException, IOException {
        List<FaultRun> runs = FaultRuns.named(settings.runs());
        List<ObjectNode> results = new ArrayList<>();
        List<FaultRun> here =
                runs.stream().filter(run -> !run.name().equals(Partition.NAME)).toList();
        if (!here.isEmpty()) {
            Director director = director(settings, programs);
            for (FaultRun each : here) {
                results.add(director.play(each));
            }
        }
        if (here.size() < runs.size()) {
            results.add(new InNamespaces(settings).play());
        }
        return results;
    }

    private static Director director(Settings settings, Programs programs) throws InterruptedException {
        if (!settings.running()) {
            System.out.println("booting a cluster in " + settings.home());
            stopAtTheEnd(settings, programs);
            Cluster.boot(settings.home(), programs);
        }
        Cluster cluster = new Cluster(new ClusterHome(settings.home()), programs);
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
