package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.ClusterHome;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.client.Official;

/** A running cluster and the levers on it. Thread-safe. */
final class Cluster {
    static final int SIZE = 3;
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(4);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int OK = 200;

    private final ClusterHome home;
    private final Programs programs;
    private final Client looking;
    private final List<Node> nodes;

    /** Of what the launcher has started. */
    Cluster(ClusterHome home, Programs programs) {
        this.home = home;
        this.programs = programs;
        this.looking = new Client(home.tokens(), LOOK_LIMIT);
        this.nodes = home.nodes();
    }

    /** Boots a new one with the launcher's own command. */
    static void boot(Path home, Programs programs) throws InterruptedException {
        programs.polyonym("stop", "--home", home.toString());
        programs.requirePolyonym(
                "start", "--nodes", Integer.toString(SIZE), "--demo", "--fresh", "--home", home.toString());
    }

    /** Whether the process of a node of that home runs. */
    static boolean isRunning(ClusterHome home) {
        return home.started().stream().anyMatch(name -> running(home, name).isPresent());
    }

    ClusterHome home() {
        return home;
    }

    Programs programs() {
        return programs;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The others. */
    List<Node> without(String... names) {
        return nodes.stream()
                .filter(node -> !List.of(names).contains(node.name()))
                .toList();
    }

    /** Starts what is down, with the launcher's own command, at the addresses that it had. */
    void startAll() throws InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("start", "--demo", "--no-build", "--home", home.path().toString()));
        if (nodes.size() > 1) {
            command.addAll(List.of("--nodes", Integer.toString(nodes.size())));
        }
        programs.requirePolyonym(command.toArray(String[]::new));
    }

    /** Lets halted nodes go on and starts what is down; whether every node is ready then. */
    boolean heal(Duration limit) throws InterruptedException {
        try {
            for (Node node : nodes) {
                Optional<Long> process = running(node.name());
                if (process.isPresent()) {
                    programs.signal("CONT", List.of(process.get()));
                }
            }
            startAll();
        } catch (FaultsException failed) {
            System.out.println("          the cluster was not brought back: " + failed.getMessage());
            return false;
        }
        return await(limit, () -> nodes.stream().allMatch(this::isReady));
    }

    /** Starts one node; what is up stays as it is. */
    Thread startInBackground(String name) {
        String number = name.substring(name.lastIndexOf('-') + 1);
        return Thread.ofPlatform().start(() -> {
            try {
                programs.polyonym(
                        "start",
                        "--node",
                        number,
                        "--demo",
                        "--no-build",
                        "--home",
                        home.path().toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Process of a node. */
    long process(String name) {
        return running(name)
                .orElseThrow(() -> new FaultsException("the process of " + name + " does not run any more"));
    }

    /** Process of a node that was started last, if it still runs; a number may be another process's by now. */
    private Optional<Long> running(String name) {
        return running(home, name);
    }

    private static Optional<Long> running(ClusterHome home, String name) {
        Map<String, String> env = ClusterHome.env(home.nodeHome(name).resolve(ClusterHome.INSTANCE));
        return ProcessHandle.of(Long.parseLong(env.getOrDefault("pid", "0")))
                .filter(process -> process.info()
                        .startInstant()
                        .map(Object::toString)
                        .filter(started -> started.equals(env.get("started")))
                        .isPresent())
                .map(ProcessHandle::pid);
    }

    /** Number of the process that was started last for a node; empty while the launcher writes it. */
    String processNumber(String name) {
        return ClusterHome.env(home.nodeHome(name).resolve(ClusterHome.INSTANCE))
                .getOrDefault("pid", "");
    }

    /** {@code kill -9}. */
    void kill(String... names) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-9"));
        for (String name : names) {
            command.add(Long.toString(process(name)));
        }
        programs.run(command.toArray(String[]::new));
    }

    boolean isReady(Node node) {
        return looking.open(node, "/health/ready")
                .filter(it -> it.status() == OK)
                .isPresent();
    }

    /** {@code GET /health/cluster} of one node. */
    Optional<JsonNode> view(Node node) {
        return looking.open(node, "/health/cluster").filter(Answer::ok).map(Answer::json);
    }

    /** Tasks not done, parked ones included, as a node counts them; empty when it does not say. */
    Optional<Long> open(Node node) {
        return looking.send(node, Official.operations(), "faults-watch", Client.Call.get("/v1/status"))
                .filter(Answer::ok)
                .map(status -> undone(status.json().path("queues")));
    }

    private static long undone(JsonNode queues) {
        long undone = 0;
        for (JsonNode queue : queues) {
            for (Map.Entry<String, JsonNode> state : queue.properties()) {
                undone += state.getKey().equals("DONE") ? 0 : state.getValue().asLong();
            }
        }
        return undone;
    }

    /** Whether the detection of a record is completed, as any of the nodes says. */
    boolean isDetected(List<Node> asked, Official official, String record) {
        String path = "/v1/systems/" + record.replaceFirst("/", "/records/") + "/detection";
        for (Node node : asked) {
            Optional<Answer> answer = looking.send(node, official, "faults-watch", Client.Call.get(path))
                    .filter(Answer::ok);
            if (answer.isPresent()) {
                return answer.get().json().path("state").asText().equals("COMPLETED");
            }
        }
        return false;
    }

    /** Waits for something; false when it has not come within the limit. */
    static boolean await(Duration limit, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }
}
