package org.polyonym.sis.internal;

import java.util.List;
import java.util.Map;
import org.polyonym.model.OriginRecord;

/** Names of what an alert holds, and what follows from it. */
final class Alert {
    static final String ACTION = "action";
    static final String MARKERS = "markers";
    static final String CONSULTATION = "consultation";
    static final String DIFFERENT_PERSON = "differentPersonFrom";
    static final String TERRORISM = "TERRORISM";

    static final String ARREST = "ARREST";
    static final String INFORMATION = "INFORMATION";
    static final String UNKNOWN_WANTED = "UNKNOWN_WANTED";
    static final String OBJECT_DOCUMENT = "OBJECT_DOCUMENT";
    /** Not an alert: the recorded decision to enter none (SIS-P 21(2)). */
    static final String CASE_WITHOUT_ALERT = "CASE_WITHOUT_ALERT";

    private Alert() {}

    static boolean terrorismRelated(Map<String, String> attributes) {
        return List.of(attributes.getOrDefault(MARKERS, "").split(",")).contains(TERRORISM);
    }

    static boolean isAlert(OriginRecord record) {
        return !record.category().equals(CASE_WITHOUT_ALERT);
    }
}
