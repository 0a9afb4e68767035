package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.grid.GridHandler;

/** Tells other nodes which connectors this one runs. */
@Component
public final class StatusHandler implements GridHandler {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public StatusHandler(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public String name() {
        return Listing.STATUS;
    }

    @Override
    public byte[] handle(byte[] request) {
        return Listing.write(agencies.listHere());
    }
}
