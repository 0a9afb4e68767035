package org.polyonym.agencies.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.grid.GridHandler;

/** Another node has changed what is wanted. */
@Component
public final class ChangedHandler implements GridHandler {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public ChangedHandler(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public String name() {
        return Agencies.CHANGED;
    }

    @Override
    public byte[] handle(byte[] request) {
        agencies.reconcileSoon();
        return new byte[0];
    }
}
