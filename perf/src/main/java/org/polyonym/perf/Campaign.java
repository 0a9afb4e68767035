package org.polyonym.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.polyonym.simulation.demo.BerlinCase;
import org.polyonym.simulation.harness.Platform;

/** One campaign: people, load, case, and what came of it. */
final class Campaign {
    /** Searches only, thrown away: a server just started compiles what it runs first. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final int STATES = 5;
    private static final int PROGRESS_EVERY = 20;

    private final Arguments arguments;
    private final Platform platform;
    private final Mix mix;
    private final Cast cast;
    private final Travellers travellers;
    private final Map<String, String> stateOf = new ConcurrentHashMap<>();
    private final Collection<Travellers.Entry> entered = new ConcurrentLinkedQueue<>();

    Campaign(Arguments arguments, Platform platform) throws IOException {
        this.arguments = arguments;
        this.platform = platform;
        this.mix = arguments.mix();
        Duration load = arguments.ramp() ? arguments.duration().multipliedBy(Ramp.MOST_STEPS) : arguments.duration();
        this.cast = Cast.of(mix, load, arguments.seed(), arguments.cache());
        this.travellers = new Travellers(cast.base(), cast.withPrints(), cast.bare(), cast.prints(), arguments.seed());
    }

    Mix mix() {
        return mix;
    }

    Cast cast() {
        return cast;
    }

    /** Registers the base and warms up. */
    void prepare(java.time.Instant legalTime) throws IOException {
        platform.reset();
        BerlinCase.registerHonest(platform, cast.prints(), cast.base(), legalTime, done -> {
            if (done == cast.base().size() || done % PROGRESS_EVERY == 0) {
                System.out.println("honest people registered before the load: " + done + " of "
                        + cast.base().size());
            }
        });
        for (int i = 0; i < cast.base().size(); i++) {
            long key = cast.base().get(i).key();
            inBase("EURODAC/BG-" + key, key, i);
            inBase("VIS/BG-" + key, key, i);
        }
        System.out.println("warming up with searches: " + WARM_UP.toSeconds() + " s");
        Mix searches = Mix.of(Math.max(1, arguments.searches()), 0.1 * Math.max(1, arguments.searches()), 0);
        load(searches, WARM_UP, System.nanoTime(), "gatling-warm-up", false, Optional.empty(), entry -> {});
    }

    /** A record that does not exist shows nothing, so every tenth in VIS need not be told apart here. */
    private void inBase(String ref, long person, int index) {
        travellers.inBase(ref, person);
        stateOf.put(ref, "MS-" + (1 + index % STATES));
    }

    Recorder load(
            Mix of,
            Duration duration,
            long began,
            String folder,
            boolean charts,
            Optional<Depth> depth,
            java.util.function.Consumer<Travellers.Entry> acknowledged)
            throws IOException {
        Path results = arguments.out().resolve(folder);
        Load.clear(results);
        return new Load(platform, travellers).run(of, duration, began, results, charts, depth, acknowledged);
    }

    /** Runs the case inside the load; fails as soon as the load, the case or the killing of a node does. */
    CampaignResult run(HiddenCase hidden, NodeProcess victim) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long millis = arguments.duration().toMillis();
        System.out.printf(
                "load: %.1f arrivals/s for %d s, and case %s among them%n",
                mix.total(), millis / 1000, arguments.caseId());
        Together together = new Together();
        try (Depth depth = new Depth(platform, began);
                LinkWatch watch = new LinkWatch(platform)) {
            CompletableFuture<HiddenCase.Outcome> outcome =
                    together.start("the case could not be run to its end", () -> hidden.run(began, millis));
            Optional<CompletableFuture<Void>> killing =
                    arguments.killAt().map(at -> together.start("no node was killed", () -> killAt(at, victim)));
            CompletableFuture<Recorder> loading = together.start(
                    "the load could not be brought to its end",
                    () -> load(mix, arguments.duration(), began, "gatling", true, Optional.of(depth), entry -> {
                        travellers.acknowledged(entry);
                        stateOf.put(entry.ref(), entry.state());
                        entered.add(entry);
                        watch.acknowledged(entry);
                    }));
            Recorder recorder = together.await(loading);
            if (killing.isPresent()) {
                together.await(killing.get());
            }
            HiddenCase.Outcome came = together.await(outcome);
            long drained = depth.drained(millis, 2 * Goals.DRAINED_WITHIN);
            watch.finish();
            return result(recorder, came, watch, depth, drained);
        }
    }

    static Void killAt(int seconds, NodeProcess victim) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(seconds));
        victim.kill();
        return null;
    }

    private CampaignResult result(
            Recorder recorder, HiddenCase.Outcome outcome, LinkWatch watch, Depth depth, long drained)
            throws InterruptedException {
        List<Recorder.Sample> samples = recorder.samples();
        Map<String, Recorder.Latency> operations = new LinkedHashMap<>();
        Map<Operation.Type, Recorder.Latency> types = new EnumMap<>(Operation.Type.class);
        for (Mix.Flow flow : mix.flows()) {
            operations.put(flow.operation().label(), Recorder.latency(of(samples, each -> each == flow.operation())));
            types.computeIfAbsent(
                    flow.operation().type(), type -> Recorder.latency(of(samples, each -> each.type() == type)));
        }
        Map<String, Double> rates = new LinkedHashMap<>();
        mix.flows().forEach(flow -> rates.put(flow.operation().label(), flow.perSecond()));
        CampaignResult.Honest honest = honest(watch);
        Recorder.Latency link = links(watch.millis(), outcome.linkMillis());
        Map<String, Long> errors = Recorder.errors(samples);
        long failed = errors.values().stream().mapToLong(Long::longValue).sum();
        List<Check> checks = Goals.judge(new Goals.Figures(
                arguments.scale(),
                mix.planned(arguments.duration().toSeconds()),
                samples.size(),
                failed,
                types,
                link,
                outcome,
                arguments.duration().toMillis(),
                honest,
                drained,
                Depth.mostParked(depth.looks())));
        return new CampaignResult(
                arguments.caseId(),
                arguments.seed(),
                Machine.commit(),
                System.getProperty("java.version"),
                Machine.describe(),
                platform.nodes().size(),
                arguments.killAt().orElse(-1),
                arguments.duration().toSeconds(),
                arguments.scale(),
                cast.base().size(),
                rates,
                operations,
                types,
                link,
                samples.size(),
                samples.stream().filter(Recorder.Sample::repeated).count(),
                errors,
                outcome,
                honest,
                drained,
                depth.looks(),
                Timeline.of(samples),
                checks);
    }

    private static List<Recorder.Sample> of(List<Recorder.Sample> samples, Predicate<Operation> which) {
        return samples.stream().filter(sample -> which.test(sample.operation())).toList();
    }

    private static Recorder.Latency links(List<Long> honest, List<Long> hidden) {
        List<Recorder.Sample> samples = java.util.stream.Stream.concat(honest.stream(), hidden.stream())
                .map(millis -> new Recorder.Sample(Operation.ENTRY_PRINTS, 0, millis, "", false))
                .toList();
        return Recorder.latency(samples);
    }

    private CampaignResult.Honest honest(LinkWatch watch) throws InterruptedException {
        System.out.println("asking the entitled officers for the links of " + stateOf.size() + " honest records");
        LinkReading.Reading reading = new LinkReading(platform).read(stateOf);
        System.out.println(
                "links read of " + reading.asked() + " records; there, for who entered them: " + reading.there());
        List<Truth.Shown> shown = new ArrayList<>(reading.links());
        shown.addAll(watch.shown());
        List<Truth.Pair> pairs = watch.pairs();
        Truth.Verdict verdict = Truth.judge(travellers.personOf(), shown, pairs);
        int registered = entered.size() + cast.base().size();
        return new CampaignResult.Honest(
                entered.size(),
                reading.asked(),
                reading.there(),
                verdict.falseLinks(),
                verdict.falsePerThousand(registered),
                pairs.size(),
                verdict.right(),
                verdict.missed());
    }

    void write(CampaignResult result) throws IOException {
        Files.createDirectories(arguments.out());
        Files.writeString(
                arguments.out().resolve("result.json"),
                org.polyonym.simulation.harness.Json.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(result));
        Files.writeString(
                arguments.out().resolve("campaign.html"), new Page(result, Page.gatlingReport(arguments.out())).html());
    }
}
