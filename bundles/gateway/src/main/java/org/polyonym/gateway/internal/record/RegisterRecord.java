package org.polyonym.gateway.internal.record;

import java.util.Map;
import java.util.Optional;
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

/** Enters a record, once for each idempotency key, and tells how far detection is. */
@Component
public final class RegisterRecord implements Endpoint {
    private final AccessControl access;
    private final Systems systems;
    private final Detections detections;
    private final Idempotency idempotency;

    /** Called by the component runtime. */
    @Activate
    public RegisterRecord(
            @Reference AccessControl access,
            @Reference Systems systems,
            @Reference Detections detections,
            @Reference Idempotency idempotency) {
        this.access = access;
        this.systems = systems;
        this.detections = detections;
        this.idempotency = idempotency;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return Places.RECORDS;
    }

    @Override
    public String operationId() {
        return "registerRecord";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        SystemOfRecord system = systems.running(Places.system(request));
        Submission submission = Submissions.read(request);
        access.requireWrite(caller, system.system(), submission.category());
        Profile profile = access.profile(caller);
        Optional<String> key = request.header("Idempotency-Key");
        Registration done = key.isPresent()
                ? idempotency.register(system, caller, key.get(), submission)
                : system.register(caller, submission);
        Detections.Detection detection =
                detections.of(caller, profile, system, done.record().ref().recordId(), request.waitAtMost());
        return Places.versioned(
                201,
                done.record(),
                new RegistrationReply(done.record(), done.warnings(), detection),
                Map.of("Location", Places.of(done.record())));
    }
}
