package org.polyonym.gateway.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.SystemId;

/** Tells how far detection is and which links the caller may see; waits when asked to. */
@Component
public final class ReadDetection implements Endpoint {
    private final AccessControl access;
    private final Readable readable;
    private final Systems systems;
    private final Detections detections;

    /** Called by the component runtime. */
    @Activate
    public ReadDetection(
            @Reference AccessControl access,
            @Reference Readable readable,
            @Reference Systems systems,
            @Reference Detections detections) {
        this.access = access;
        this.readable = readable;
        this.systems = systems;
        this.detections = detections;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return Places.RECORD + "/detection";
    }

    @Override
    public String operationId() {
        return "readDetection";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        SystemId system = Places.system(request);
        String recordId = Places.recordId(request);
        readable.record(caller, system, recordId);
        return Reply.ok(
                detections.of(caller, access.profile(caller), systems.running(system), recordId, request.waitAtMost()));
    }
}
