package org.polyonym.clock.internal;

import java.time.Instant;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polyonym.time.LegalClock;

/** Legal time is the machine's time. A virtual clock, where one is deployed, has a higher service ranking. */
@Component(property = "service.ranking:Integer=0")
public final class SystemLegalClock implements LegalClock {
    private final InstantSource machineTime;

    /** The clock of the platform. */
    @Activate
    public SystemLegalClock() {
        this(InstantSource.system());
    }

    SystemLegalClock(InstantSource machineTime) {
        this.machineTime = machineTime;
    }

    @Override
    public Instant now() {
        return machineTime.instant();
    }

    @Override
    public boolean virtual() {
        return false;
    }
}
