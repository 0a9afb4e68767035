package org.polyonym.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the answers of {@code /health/ready}. */
final class Health {
    private Health() {}

    /** Whether every reason is that other nodes are missing, so that starting them is the cure. */
    static boolean lacksOnlyMajority(String body) {
        try {
            List<Object> findings = Json.list(Json.map(Json.parse(body)).get("findings"));
            return !findings.isEmpty() && findings.stream().map(Json::map).allMatch(Health::isMajority);
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }

    private static boolean isMajority(Map<String, Object> finding) {
        return String.valueOf(finding.get("reason")).toLowerCase(Locale.ROOT).contains("majority");
    }
}
