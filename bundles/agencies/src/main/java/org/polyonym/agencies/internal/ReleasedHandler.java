package org.polyonym.agencies.internal;

import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.grid.GridHandler;

/** An operator has released a connector at another node. */
@Component
public final class ReleasedHandler implements GridHandler {
    private final Agencies agencies;

    /** Called by the component runtime. */
    @Activate
    public ReleasedHandler(@Reference Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public String name() {
        return Agencies.RELEASED;
    }

    @Override
    public byte[] handle(byte[] request) {
        agencies.releaseHere(new String(request, StandardCharsets.UTF_8));
        return new byte[0];
    }
}
