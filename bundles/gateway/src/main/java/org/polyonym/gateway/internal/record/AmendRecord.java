package org.polyonym.gateway.internal.record;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.registry.Registration;
import org.polyonym.registry.Submission;
import org.polyonym.registry.SystemOfRecord;

/** Replaces the data of a record at the version that the caller has read. The system checks the owner. */
@Component
public final class AmendRecord implements Endpoint {
    private final AccessControl access;
    private final Systems systems;
    private final Detections detections;

    /** Called by the component runtime. */
    @Activate
    public AmendRecord(@Reference AccessControl access, @Reference Systems systems, @Reference Detections detections) {
        this.access = access;
        this.systems = systems;
        this.detections = detections;
    }

    @Override
    public Method method() {
        return Method.PUT;
    }

    @Override
    public String path() {
        return Places.RECORD;
    }

    @Override
    public String operationId() {
        return "amendRecord";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        SystemOfRecord system = systems.running(Places.system(request));
        String recordId = Places.recordId(request);
        long version = Places.expectedVersion(request);
        Submission submission = Submissions.read(request);
        access.requireWrite(caller, system.system(), submission.category());
        Profile profile = access.profile(caller);
        Registration done = system.amend(caller, recordId, version, submission);
        Detections.Detection detection = detections.of(caller, profile, system, recordId, request.waitAtMost());
        return Places.versioned(
                200, done.record(), new RegistrationReply(done.record(), done.warnings(), detection), Map.of());
    }
}
