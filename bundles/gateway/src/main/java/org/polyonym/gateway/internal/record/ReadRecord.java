package org.polyonym.gateway.internal.record;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.OriginRecord;

/** Reads one record, cut to what the caller may see. */
@Component
public final class ReadRecord implements Endpoint {
    private final Readable readable;

    /** Called by the component runtime. */
    @Activate
    public ReadRecord(@Reference Readable readable) {
        this.readable = readable;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return Places.RECORD;
    }

    @Override
    public String operationId() {
        return "readRecord";
    }

    @Override
    public Reply handle(Request request) {
        OriginRecord record = readable.record(request.caller(), Places.system(request), Places.recordId(request));
        return Places.versioned(200, record, record, Map.of());
    }
}
