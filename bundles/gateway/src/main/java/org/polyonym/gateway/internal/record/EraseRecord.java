package org.polyonym.gateway.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Erases a record with everything derived from it. The system checks category and owner. */
@Component
public final class EraseRecord implements Endpoint {
    private final Systems systems;

    /** Called by the component runtime. */
    @Activate
    public EraseRecord(@Reference Systems systems) {
        this.systems = systems;
    }

    @Override
    public Method method() {
        return Method.DELETE;
    }

    @Override
    public String path() {
        return Places.RECORD;
    }

    @Override
    public String operationId() {
        return "eraseRecord";
    }

    @Override
    public Reply handle(Request request) {
        String reason = request.query("reason")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> ProblemException.ofField(ProblemType.MISSING_FIELD, "reason", "an erasure has a reason"));
        systems.running(Places.system(request)).erase(request.caller(), Places.recordId(request), reason);
        return Reply.noContent();
    }
}
