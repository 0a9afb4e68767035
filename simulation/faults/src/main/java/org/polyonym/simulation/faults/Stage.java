package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.load.History;
import org.polyonym.simulation.faults.load.Load;
import org.polyonym.simulation.faults.load.Nodes;
import org.polyonym.simulation.faults.load.Traveller;

/** One run while it is under way: the cluster, its load, and what is noted of both. Thread-safe. */
final class Stage {
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);

    private final Cluster cluster;
    private final Settings settings;
    private final History history;
    private final Load load;
    private final Nodes nodes;
    private final List<Traveller> people;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> figures = Collections.synchronizedMap(new LinkedHashMap<>());

    Stage(Cluster cluster, Settings settings, History history, Load load, Nodes nodes, List<Traveller> people) {

        this.cluster = cluster;
        this.settings = settings;
        this.history = history;
        this.load = load;
        this.nodes = nodes;
        this.people = people;
    }

    Cluster cluster() {
        return cluster;
    }

    Settings settings() {
        return settings;
    }

    History history() {
        return history;
    }

    Load load() {
        return load;
    }

    Nodes nodes() {
        return nodes;
    }

    List<Traveller> people() {
        return people;
    }

    /** Something that the run itself found wrong. */
    void fail(String reason) {
        failures.add(reason);
        history.event("failure", "", reason);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** A measured figure; its text carries the unit. */
    void figure(String name, String value) {
        figures.put(name, value);
    }

    void figureSince(String name, long nanos) {
        figure(name, "%.1f s".formatted((history.now() - nanos) / 1e9));
    }

    ObjectNode figures() {
        ObjectNode json = Json.object();
        figures.forEach(json::put);
        return json;
    }

    /** Some way into the load. */
    void waitFor(double partOfLoad) throws InterruptedException {
        Thread.sleep((long) (settings.duration().toMillis() * partOfLoad));
    }

    /** Kills, and notes when. */
    long kill(String... names) throws InterruptedException {
        cluster.kill(names);
        long at = 0;
        for (String name : names) {
            at = history.event("kill", name, "kill -9");
        }
        return at;
    }

    /** Starts what is down and waits until every node is ready. */
    void revive(long killed) throws InterruptedException {
        history.event("start", "", "./polyonym start of what is down");
        cluster.startAll();
        if (Cluster.await(READY_LIMIT, () -> cluster.nodes().stream().allMatch(cluster::isReady))) {
            figureSince("all nodes ready again after the fault", killed);
            history.event("healed", "", "all nodes ready");
        } else {
            fail("not all nodes were ready within " + READY_LIMIT.toSeconds() + " s of the start");
        }
    }

    /** Measures in the background until everything that was acknowledged up to now is detected. */
    Thread watchDetections(long since, List<Node> asked) {
        List<Load.Entered> acknowledged = load.entered();
        if (acknowledged.isEmpty()) {
            fail("nothing was acknowledged before the fault, so nothing could be lost by it");
        }
        return Thread.ofVirtual().start(() -> {
            try {
                for (Load.Entered each : acknowledged) {
                    if (!Cluster.await(
                            READY_LIMIT,
                            () -> cluster.isDetected(asked, each.registration().official(), each.record()))) {
                        fail("the detection of " + each.record() + " was not complete " + READY_LIMIT.toSeconds()
                                + " s after the fault");
                        return;
                    }
                }
                figureSince("detections acknowledged before the fault complete after", since);
                figure("registrations acknowledged before the fault", Integer.toString(acknowledged.size()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
