package org.polyonym.simulation.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.polyonym.simulation.harness.Platform;

/**
 * Stops, starts and updates components under load. Who needs the component is told to come again and does so as the answer
 * says; nobody else notices, and every alert entered meanwhile is there once.
 */
final class ComponentSoak {
    private static final List<String> COMPONENTS = List.of("org.polyonym.mid", "org.polyonym.esp", "org.polyonym.sis");
    private static final Duration BASE_TIME = Duration.ofSeconds(20);
    private static final Duration AWAY = Duration.ofMillis(300);
    /** Longer than what {@code Retry-After} says: changes that come faster than clients may would only measure their queue. */
    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(3);
    /** Of so many requests one enters an alert, whose detection costs more than the others together. */
    private static final int ALERT_EVERY = 40;

    private final Platform platform;
    private final Requests requests;
    private final Jvm jvm;
    private final int rate;
    private final Alerts alerts;
    private final AtomicLong repeated = new AtomicLong();

    ComponentSoak(Platform platform, Requests requests, Jvm jvm, int rate) {
        this.platform = platform;
        this.requests = requests;
        this.jvm = jvm;
        this.rate = rate;
        this.alerts = new Alerts(requests.sirene());
    }

    SoakResult run(int cycles) throws InterruptedException {
        int rounds = WarmUp.run(rate, this::load, load -> everyComponentBothWays());
        Load base = load(rate);
        base.start();
        Thread.sleep(BASE_TIME);
        base.close();
        repeated.set(0);
        Jvm.Footprint before = jvm.footprint();
        Load load = load(rate);
        load.start();
        long began = System.nanoTime();
        Jvm.Footprint halfway = before;
        for (int cycle = 1; cycle <= cycles; cycle++) {
            String component = COMPONENTS.get(cycle % COMPONENTS.size());
            // Each component in turn, one time by an update, the other by a stop and a start.
            replace(component, cycle % 2 == 0);
            System.out.printf(
                    "%6d of %d cycles (%s), %d requests, %d repeated, %d failed%n",
                    cycle, cycles, component, load.sent(), repeated.get(), load.failed());
            if (cycle == cycles / 2) {
                halfway = jvm.footprint(load);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        load.close();
        // Before the alerts are looked for: that is another load than the one the base was taken under.
        Jvm.Footprint after = jvm.footprint();
        List<String> lost = alerts.faults();
        return SoakResult.of("components", cycles, seconds, rate, base, load, before, halfway, after)
                .with("rounds of warming up at the full rate", Integer.toString(rounds))
                .with("repeated because told so", Long.toString(repeated.get()))
                .with("alerts entered, all in all", Integer.toString(alerts.entered()))
                .found(lost);
    }

    private Load load(int perSecond) {
        List<Load.Kind> fast = List.of(
                new Load.Kind("elsewhere", requests::status),
                new Load.Kind("elsewhere", requests::notifications),
                new Load.Kind("detector", () -> again(requests::links)),
                new Load.Kind("portal", () -> again(requests::borderSearch)));
        List<Load.Kind> kinds = new ArrayList<>();
        Collections.nCopies(ALERT_EVERY / fast.size(), fast).forEach(kinds::addAll);
        kinds.set(ALERT_EVERY - 1, new Load.Kind("alert", () -> alerts.enter(repeated::incrementAndGet)));
        return new Load(kinds, perSecond);
    }

    private void again(Runnable request) {
        Requests.again(request, repeated::incrementAndGet);
    }

    private void everyComponentBothWays() {
        for (String component : COMPONENTS) {
            replace(component, true);
            replace(component, false);
        }
    }

    private void replace(String component, boolean update) {
        if (update) {
            platform.updateBundle(component);
        } else {
            platform.stopBundle(component);
            Requests.pause(AWAY);
            platform.startBundle(component);
        }
        Requests.pause(BETWEEN_CHANGES);
    }
}
