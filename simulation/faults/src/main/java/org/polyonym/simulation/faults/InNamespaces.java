package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polyonym.simulation.faults.client.ClusterHome;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.load.Crowd;

/** The run that needs a network of its own: a second process in fresh network and mount namespaces. */
final class InNamespaces {
    private static final List<String> PROGRAMS = List.of("unshare", "ip", "setpriv", "mount");

    private final Settings settings;

    InNamespaces(Settings settings) {
        this.settings = settings;
    }

    /** Why it cannot be done here; empty when it can. */
    static Optional<String> obstacle() {
        if (!System.getProperty("os.name").equals("Linux") || !"root".equals(System.getProperty("user.name"))) {
            return Optional.of("network namespaces need Linux and root");
        }
        if (PartitionHome.postgres().isEmpty()) {
            return Optional.of("PostgreSQL's programs are missing");
        }
        return PROGRAMS.stream()
                .filter(program -> Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .findFirst()
                .map(program -> program + " is missing");
    }

    /** Starts the second process and reads what it found. */
    ObjectNode play() throws InterruptedException, IOException {
        Partition run = new Partition();
        Path result = settings.results().resolve(run.name()).resolve("result.json");
        Files.deleteIfExists(result);
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            Programs.javaIn(
                    List.of("unshare", "--net", "--mount"),
                    FaultsMain.class.getName(),
                    settings.forInside(run.name()).toArray(String[]::new));
        }
        if (Files.exists(result)) {
            return (ObjectNode) Json.read(Files.readString(result));
        }
        return Sequence.failed(run, obstacle.map(why -> "NOT RUN: " + why).orElse("the run ended early"));
    }

    /** In the second process: network, cluster, run. The first one learns from the file why it broke off. */
    boolean playInside(Programs programs) throws InterruptedException, IOException {
        Partition run = new Partition();
        try {
            return inNetwork(run, programs);
        } catch (FaultsException | IOException | UncheckedIOException e) {
            Path folder = settings.results().resolve(run.name());
            Files.createDirectories(folder);
            ObjectNode failed = Sequence.failed(run, "the run broke off: " + Sequence.reason(e));
            Files.writeString(folder.resolve("result.json"), Json.pretty(failed));
            return false;
        }
    }

    private boolean inNetwork(Partition run, Programs programs) throws InterruptedException, IOException {
        Path home = settings.home();
        PartitionHome nodes = new PartitionHome(home, programs);
        new Network(programs).create(Cluster.SIZE);
        programs.run("rm", "-rf", home.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                nodes.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        System.out.println("booting a cluster in three network namespaces, home " + home);
        nodes.boot(Cluster.SIZE);
        Cluster cluster = new Cluster(new ClusterHome(home), programs);
        Director director = new Director(
                settings, cluster, new Crowd(settings.prints(), settings.seed(), home.resolve("faults.next")));
        director.warmUp();
        return director.play(run).path("ok").asBoolean();
    }
}
