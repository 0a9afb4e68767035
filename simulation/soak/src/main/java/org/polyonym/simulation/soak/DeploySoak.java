package org.polyonym.simulation.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Platform;

/**
 * Replaces and removes a connector under load. At each change a search is inside it and many are under way elsewhere; all
 * must be answered, and afterwards the JVM must hold what it held before.
 */
final class DeploySoak {
    private static final String NAME = "org.polyonym.soak-connector";
    private static final String ACCESS = """
            authority\tpurpose\tsystem\tsearch\tfields\treply\tnames_source\tsource
            POLICE\tPOLICE_CHECK\tSOAK\tyes\tFAMILY_NAME\tREFERENCE,BUSINESS\tyes\tsoak
            """;
    /** Requests elsewhere that are under way at a change. */
    private static final int ELSEWHERE = 50;

    private static final int BURSTS = 5;
    private static final int SIGHTINGS = 2;
    private static final Duration INSIDE_LIMIT = Duration.ofSeconds(60);
    private static final int BASE_BURSTS = 20;
    /** About as long as a change takes, so that the base has as many bursts as what is compared with it. */
    private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(1);

    private static final int WARMING_CYCLES = 4;

    private final Requests requests;
    private final Jvm jvm;
    private final int rate;
    private final Map<String, String> body;
    private final AtomicLong removals = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong changesRepeated = new AtomicLong();
    private volatile boolean away;
    private int leastElsewhere = Integer.MAX_VALUE;

    DeploySoak(Requests requests, Jvm jvm, int rate, Path jar) throws IOException {
        this.requests = requests;
        this.jvm = jvm;
        this.rate = rate;
        this.body = Map.of("jar", Base64.getEncoder().encodeToString(Files.readAllBytes(jar)), "access", ACCESS);
    }

    SoakResult run(int cycles) throws InterruptedException {
        requests.operator().send("DELETE", place(), "", Map.of());
        deploy();
        int rounds = WarmUp.run(rate, this::load, load -> cycles(load, WARMING_CYCLES));
        leastElsewhere = Integer.MAX_VALUE;
        Load base = base();
        Jvm.Footprint before = jvm.footprint();
        Load load = load(rate);
        load.start();
        long began = System.nanoTime();
        Jvm.Footprint halfway = before;
        for (int cycle = 1; cycle <= cycles; cycle++) {
            cycle(load, cycle % 2 == 0);
            if (cycle == cycles / 2) {
                halfway = jvm.footprint(load);
            }
            if (cycle % 10 == 0 || cycle == cycles) {
                System.out.printf(
                        "%6d of %d cycles, %d requests, %d failed%n", cycle, cycles, load.sent(), load.failed());
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        load.close();
        SoakResult result = SoakResult.of("deploy", cycles, seconds, rate, base, load, before, halfway, jvm.footprint())
                .with("rounds of warming up at the full rate", Integer.toString(rounds))
                .with("changes repeated because told so", Long.toString(changesRepeated.get()))
                .with("requests elsewhere under way at each change, at least", Integer.toString(leastElsewhere))
                .with("searches that asked it while it was removed", Long.toString(unavailable.get()))
                .found(
                        leastElsewhere < ELSEWHERE
                                ? List.of("at a change only " + leastElsewhere + " requests elsewhere were under way")
                                : List.of());
        remove();
        return result;
    }

    /** The same load, bursts and all, without a change. */
    private Load base() throws InterruptedException {
        Load base = load(rate);
        base.start();
        for (int i = 0; i < BASE_BURSTS; i++) {
            Thread.sleep(BETWEEN_BURSTS);
            base.burst(ELSEWHERE);
        }
        base.close();
        return base;
    }

    private Load load(int perSecond) {
        return new Load(
                List.of(
                        new Load.Kind("elsewhere", requests::status),
                        new Load.Kind("elsewhere", requests::notifications),
                        new Load.Kind("elsewhere", requests::links),
                        new Load.Kind("elsewhere", requests::status),
                        new Load.Kind("search elsewhere", requests::borderSearch),
                        new Load.Kind("elsewhere", requests::notifications),
                        new Load.Kind("elsewhere", requests::links),
                        new Load.Kind("elsewhere", requests::status),
                        new Load.Kind("elsewhere", requests::notifications),
                        new Load.Kind("search that asks it", this::searchThatAsksIt)),
                perSecond);
    }

    /** Only a removal may make it unavailable, and only to those who asked while it went. */
    private void searchThatAsksIt() {
        boolean awayBefore = away;
        long removalsBefore = removals.get();
        if (!requests.policeSearch()) {
            if (!awayBefore && removals.get() == removalsBefore) {
                throw new HarnessException("the connector was unavailable although nobody removed it");
            }
            unavailable.incrementAndGet();
        }
    }

    private void cycles(Load load, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            cycle(load, i % 2 == 0);
        }
    }

    private void cycle(Load load, boolean replace) throws InterruptedException {
        HeldSearch held = holdInside();
        burst(load);
        if (replace) {
            replace();
        } else {
            away = true;
            removals.incrementAndGet();
            remove();
        }
        held.requireAnswered();
        if (!replace) {
            deploy();
            away = false;
        }
    }

    /**
     * One that is seen inside again and again: other searches leave at once. On a machine that stands still for a moment it may
     * have ended before it was seen; then the next is held.
     */
    private HeldSearch holdInside() {
        AtomicReference<HeldSearch> held = new AtomicReference<>(HeldSearch.start(requests::heldSearch));
        AtomicInteger seen = new AtomicInteger();
        Platform.await("a search is inside the connector", INSIDE_LIMIT, () -> {
            boolean inside = somebodyInside();
            if (held.get().ended()) {
                held.set(HeldSearch.start(requests::heldSearch));
                inside = false;
            }
            return (inside ? seen.incrementAndGet() : seen.getAndSet(0)) == SIGHTINGS;
        });
        return held.get();
    }

    /** Again when many were answered before all were sent, as when the sender itself stands still for a moment. */
    private void burst(Load load) {
        for (int i = 0; i < BURSTS && load.inFlight() < ELSEWHERE; i++) {
            load.burst(ELSEWHERE);
        }
        leastElsewhere = Math.min(leastElsewhere, load.inFlight());
    }

    /** A platform at its limit says so; the poll is then repeated. */
    private boolean somebodyInside() {
        try {
            return requests.inside() > 0;
        } catch (Requests.NotNow e) {
            return false;
        }
    }

    private void deploy() {
        change(() -> requests.operator().post("/v1/connectors", body));
    }

    private void replace() {
        change(() -> requests.operator().put(place(), body));
    }

    private void remove() {
        change(() -> requests.operator().send("DELETE", place(), "", Map.of()));
    }

    /** The operator of a platform that is at its limit for a moment comes again, as it asks. */
    private void change(Supplier<Answer> request) {
        Requests.again(() -> Requests.expect(request.get()), changesRepeated::incrementAndGet);
    }

    private static String place() {
        return "/v1/connectors/" + NAME;
    }

    /** A search on a thread of its own. */
    private record HeldSearch(Thread thread, AtomicReference<RuntimeException> fault) {
        static HeldSearch start(Runnable search) {
            var fault = new AtomicReference<RuntimeException>();
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    search.run();
                } catch (RuntimeException e) {
                    fault.set(e);
                }
            });
            return new HeldSearch(thread, fault);
        }

        /** Whether it was answered; one that was lost is told of at once. */
        boolean ended() {
            boolean ended = !thread.isAlive();
            if (ended) {
                requireNoFault();
            }
            return ended;
        }

        void requireAnswered() throws InterruptedException {
            thread.join();
            requireNoFault();
        }

        private void requireNoFault() {
            if (fault.get() != null) {
                throw new HarnessException(
                        "the search inside the connector was lost: "
                                + fault.get().getMessage(),
                        fault.get());
            }
        }
    }
}
