package org.polyonym.simulation.clock.internal;

import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Component;
import org.polyonym.time.LegalClock;

/**
 * A legal clock that stands where it was set and runs on from there with machine time, so that two events never share an
 * instant. Thread-safe.
 */
@Component(
        service = {LegalClock.class, VirtualClock.class},
        property = "service.ranking:Integer=1000")
public final class VirtualClock implements LegalClock {
    private record Setting(Instant legal, long machineNanos) {}

    private volatile Setting setting = new Setting(Instant.now(), System.nanoTime());

    /** Sets the legal time. */
    public void set(Instant legal) {
        setting = new Setting(legal, System.nanoTime());
    }

    @Override
    public Instant now() {
        Setting current = setting;
        return current.legal().plus(Duration.ofNanos(System.nanoTime() - current.machineNanos()));
    }

    @Override
    public boolean virtual() {
        return true;
    }
}
