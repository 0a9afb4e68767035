package org.polyonym.gateway.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.OriginRecord;

/** Reads the identity group that holds a record. */
@Component
public final class ReadGroup implements Endpoint {
    private final Readable readable;

    /** Called by the component runtime. */
    @Activate
    public ReadGroup(@Reference Readable readable) {
        this.readable = readable;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return Places.RECORD + "/group";
    }

    @Override
    public String operationId() {
        return "readGroup";
    }

    @Override
    public Reply handle(Request request) {
        OriginRecord record = readable.record(request.caller(), Places.system(request), Places.recordId(request));
        return Reply.ok(readable.group(request.caller(), record));
    }
}
