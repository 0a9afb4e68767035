package org.polyonym.gateway.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.SystemId;

/** Reads the image of a sample. */
@Component
public final class ReadImage implements Endpoint {
    private final Readable readable;
    private final Systems systems;

    /** Called by the component runtime. */
    @Activate
    public ReadImage(@Reference Readable readable, @Reference Systems systems) {
        this.readable = readable;
        this.systems = systems;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return Places.RECORD + "/samples/{sampleId}";
    }

    @Override
    public String operationId() {
        return "readImage";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        SystemId system = Places.system(request);
        String recordId = Places.recordId(request);
        readable.record(caller, system, recordId);
        return Reply.image(systems.running(system)
                .readImage(caller, recordId, request.path("sampleId"))
                .orElseThrow(Readable::notFound));
    }
}
