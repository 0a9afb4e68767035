package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.load.Crowd;
import org.polyonym.simulation.faults.load.History;
import org.polyonym.simulation.faults.load.Load;
import org.polyonym.simulation.faults.load.Nodes;
import org.polyonym.simulation.faults.load.Traveller;

/** Plays a run from its load to the checker's verdict. */
final class Director {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(45);
    private static final Duration FINISH_LIMIT = Duration.ofSeconds(120);
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(180);
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final int WARMING = 6;
    private static final double WARMING_RATE = 1;
    private static final String CHECKER = "org.polyonym.simulation.faults.checker.CheckerMain";

    private final Settings settings;
    private final Cluster cluster;
    private final Crowd crowd;

    Director(Settings settings, Cluster cluster, Crowd crowd) {
        this.settings = settings;
        this.cluster = cluster;
        this.crowd = crowd;
    }

    /** Plays it; what came of it is in {@code result.json} of the run's folder. */
    ObjectNode play(FaultRun run) throws InterruptedException, IOException {
        Path folder = settings.results().resolve(run.name());
        int wanted = run.people(settings);
        int count =
                wanted > 0 ? wanted : Load.peopleFor(settings.duration().multipliedBy(run.stretch()), settings.rate());
        System.out.println("\n" + run.name() + ", to show that " + run.proves());
        List<Traveller> people = crowd.take(count, (done, total) -> {});
        Nodes nodes = new Nodes(cluster.nodes());
        Path file = folder.resolve("history.ndjson");
        Stage stage;
        try (History history = new History(file)) {
            Client client = new Client(cluster.home().tokens(), REQUEST_LIMIT);
            // Case references, keys and identifiers of the load are unique in the platform's whole life.
            String label = run.name() + "-" + people.getFirst().key();
            Load load = new Load(label, client, nodes, history, settings.seed());
            stage = new Stage(cluster, settings, history, load, nodes, people);
            strike(run, stage, wanted == 0);
        }
        Measures measures = Measures.of(Files.readAllLines(file));
        run.judge(stage, measures);
        if (stage.load().entered().isEmpty()) {
            stage.fail("no registration was acknowledged, so the run proves nothing");
        }
        return result(run, stage, measures, file);
    }

    /** Fault, end of the load, quiet. Whatever breaks, no request and no watch goes on into the next run. */
    private void strike(FaultRun run, Stage stage, boolean loaded) throws InterruptedException {
        List<Thread> watching = watch(stage.history());
        try {
            if (loaded) {
                underLoad(run, stage);
            } else {
                run.strike(stage);
            }
            stage.load().finish(FINISH_LIMIT);
            quiet(stage);
        } finally {
            stage.load().abandon();
            watching.forEach(Thread::interrupt);
            for (Thread each : watching) {
                each.join();
            }
        }
    }

    /** Boots nothing, judges nothing: the first requests of a JVM are slow and would be taken for a fault. */
    void warmUp() throws InterruptedException {
        List<Traveller> people = crowd.take(WARMING, (done, total) -> {});
        try (History history = new History(settings.results().resolve("warm-up.ndjson"))) {
            Client client = new Client(cluster.home().tokens(), REQUEST_LIMIT);
            Load load = new Load("warm-up-" + people.getFirst().key(), client, new Nodes(cluster.nodes()), history, 0);
            load.run(people, WARMING_RATE, () -> false);
            load.finish(FINISH_LIMIT);
        }
    }

    private static void underLoad(FaultRun run, Stage stage) throws InterruptedException {
        AtomicBoolean striking = new AtomicBoolean(true);
        Thread sending = Thread.ofPlatform().start(() -> {
            try {
                stage.load().run(stage.people(), stage.settings().rate(), striking::get);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        boolean struck = false;
        try {
            run.strike(stage);
            struck = true;
        } finally {
            striking.set(false);
            if (!struck) {
                sending.interrupt();
            }
            sending.join();
        }
    }

    /** Until no node counts a task that is not done. */
    private void quiet(Stage stage) throws InterruptedException {
        long ended = stage.history().event("load-ended", "", "the last request has its answer");
        if (Cluster.await(
                QUIET_LIMIT,
                () -> cluster.nodes().stream()
                        .allMatch(node -> cluster.open(node).orElse(1L) == 0))) {
            stage.figureSince("queues empty after the end of the load", ended);
        } else {
            stage.fail("the queues were not empty " + QUIET_LIMIT.toSeconds() + " s after the end of the load");
        }
    }

    private ObjectNode result(FaultRun run, Stage stage, Measures measures, Path history)
            throws InterruptedException, IOException {
        Path verdict = history.resolveSibling("verdict.json");
        Files.deleteIfExists(verdict);
        Programs.java(CHECKER, cluster.home().path().toString(), history.toString(), verdict.toString());
        JsonNode judged = Files.exists(verdict) ? Json.read(Files.readString(verdict)) : Json.object();
        run.conclude(stage, judged);
        boolean ok = judged.path("ok").asBoolean() && stage.failures().isEmpty();
        ObjectNode result =
                Json.object().put("run", run.name()).put("proves", run.proves()).put("ok", ok);
        ObjectNode figures = stage.figures();
        measures.write(figures);
        result.set("figures", figures);
        result.set("claims", judged.path("claims"));
        stage.failures().forEach(result.withArray("failures")::add);
        stage.failures().forEach(each -> System.out.println("FAILED    " + each));
        figures.properties()
                .forEach(each -> System.out.printf(
                        "          %-55s %s%n", each.getKey(), each.getValue().asText()));
        Files.writeString(history.resolveSibling("result.json"), Json.pretty(result));
        System.out.println((ok ? "PASSED    " : "FAILED    ") + "history: " + history);
        return result;
    }

    /** Notes how many tasks wait. */
    private void watchQueues(History history) {
        long before = -1;
        try {
            while (!Thread.interrupted()) {
                long waiting = cluster.nodes().stream()
                        .flatMap(node -> cluster.open(node).stream())
                        .findFirst()
                        .orElse(before);
                if (waiting != before) {
                    history.event("waiting", "", Long.toString(waiting));
                    before = waiting;
                }
                Thread.sleep(WATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes when a node becomes ready or ceases to be, and since when it may have been so: the look before. */
    private void watchNode(History history, Node node) {
        boolean ready = false;
        long before = history.now();
        try {
            while (!Thread.interrupted()) {
                long looked = history.now();
                boolean now = cluster.isReady(node);
                if (now != ready) {
                    history.event(now ? "ready" : "not-ready", node.name(), Long.toString(before));
                    ready = now;
                }
                before = looked;
                Thread.sleep(WATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Thread> watch(History history) {
        List<Thread> watching = new ArrayList<>();
        watching.add(Thread.ofVirtual().start(() -> watchQueues(history)));
        for (Node node : cluster.nodes()) {
            watching.add(Thread.ofVirtual().start(() -> watchNode(history, node)));
        }
        return watching;
    }
}
