package org.polyonym.gateway.internal.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Paths and versions of records. */
final class Places {
    static final String RECORDS = "/v1/systems/{system}/records";
    static final String RECORD = RECORDS + "/{recordId}";

    private Places() {}

    static SystemId system(Request request) {
        return SystemId.of(request.path("system"));
    }

    /** The identifier in the path, in the form that a record's identifier must have. */
    static String recordId(Request request) {
        return new OriginRef(system(request), request.path("recordId")).recordId();
    }

    static String of(OriginRecord record) {
        return "/v1/systems/" + record.ref().system() + "/records/"
                + record.ref().recordId();
    }

    /** An answer that carries the version which a later change must name. */
    static Reply versioned(int status, OriginRecord record, Object body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("ETag", "\"" + record.version() + "\"");
        return new Reply(status, Optional.of(body), Optional.empty(), Optional.empty(), Map.copyOf(headers));
    }

    /** The version in {@code If-Match}, with or without quotation marks. */
    static long expectedVersion(Request request) {
        String text = request.header("If-Match")
                .orElseThrow(() -> ProblemException.ofField(
                        ProblemType.MISSING_FIELD, "If-Match", "a change names the version that it was read at"));
        String bare = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text;
        if (!bare.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "If-Match", "a version is a positive number");
        }
        return Long.parseLong(bare);
    }
}
