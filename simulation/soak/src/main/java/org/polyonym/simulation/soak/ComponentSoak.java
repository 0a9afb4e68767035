package org.polyonym.simulation.soak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.polyonym.simulation.harness.Platform;

/**
 * Stops, starts and updates components under load. Who needs the component is told to come again and does so as the answer
 * says; nobody else notices.
 */
final class ComponentSoak {
    private static final List<String> COMPONENTS = List.of("org.polyonym.mid", "org.polyonym.esp", "org.polyonym.sis");
    private static final Duration BASE_TIME = Duration.ofSeconds(10);
    private static final Duration AWAY = Duration.ofMillis(300);

    private final Platform platform;
    private final Requests requests;
    private final Jvm jvm;
    private final int rate;
    private final AtomicLong repeated = new AtomicLong();

    ComponentSoak(Platform platform, Requests requests, Jvm jvm, int rate) {
        this.platform = platform;
        this.requests = requests;
        this.jvm = jvm;
        this.rate = rate;
    }

    SoakResult run(int cycles) throws InterruptedException {
        Load base = load();
        base.start();
        for (String component : COMPONENTS) {
            replace(component, true);
            replace(component, false);
        }
        base.close();
        Load calm = load();
        calm.start();
        Thread.sleep(BASE_TIME);
        calm.close();
        repeated.set(0);
        Jvm.Footprint before = jvm.footprint();
        Load load = load();
        load.start();
        long began = System.nanoTime();
        for (int cycle = 1; cycle <= cycles; cycle++) {
            String component = COMPONENTS.get(cycle % COMPONENTS.size());
            replace(component, cycle / COMPONENTS.size() % 2 == 0);
            System.out.printf(
                    "%6d of %d cycles (%s), %d requests, %d repeated, %d failed%n",
                    cycle, cycles, component, load.sent(), repeated.get(), load.failed());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        load.close();
        return SoakResult.of("components", cycles, seconds, rate, calm, load, before, jvm.footprint())
                .with("repeated because told so", Long.toString(repeated.get()));
    }

    private Load load() {
        return new Load(
                List.of(
                        new Load.Kind("elsewhere", requests::status),
                        new Load.Kind("elsewhere", requests::notifications),
                        new Load.Kind("detector", () -> again(requests::links)),
                        new Load.Kind("portal", () -> again(requests::borderSearch))),
                rate);
    }

    private void again(Runnable request) {
        Requests.again(request, repeated::incrementAndGet);
    }

    private void replace(String component, boolean update) {
        if (update) {
            platform.updateBundle(component);
        } else {
            platform.stopBundle(component);
            Requests.pause(AWAY);
            platform.startBundle(component);
        }
    }
}
