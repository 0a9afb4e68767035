package org.polyonym.scenarios.steps;

import java.util.Map;

/**
 * Business attributes that a category asks for, as an officer would fill them in when the scenario does not care. A scenario
 * overrides one by naming it, or leaves it out by writing {@code -}.
 */
final class Defaults {
    private Defaults() {}

    static Map<String, String> attributes(String category) {
        return switch (category) {
            case "REFUSAL_OF_ENTRY" ->
                alert("REFUSE_ENTRY", Map.of("decisionReference", "MS1-2026-17", "ground", "ENTRY_BAN"));
            case "RETURN" ->
                alert(
                        "CONFIRM_RETURN",
                        Map.of(
                                "decisionReference",
                                "MS1-2026-18",
                                "voluntaryDepartureUntil",
                                "2026-07-15",
                                "entryBan",
                                "no"));
            case "ARREST" -> alert("ARREST", Map.of());
            case "MISSING", "JUDICIAL" -> alert("LOCATE", Map.of());
            case "DISCREET_CHECK", "INQUIRY_CHECK", "SPECIFIC_CHECK" -> alert(category, Map.of());
            case "INFORMATION" -> alert("COLLECT_INFORMATION", Map.of());
            case "OBJECT_DOCUMENT" -> alert("SEIZE", Map.of("objectStatus", "STOLEN"));
            case "STOLEN_LOST" -> Map.of("status", "STOLEN");
            case "EIS", "ANALYSIS" -> Map.of("handlingCode", "H0", "evaluation", "B2");
            default -> Map.of();
        };
    }

    private static Map<String, String> alert(String action, Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(Map.of(
                "reason", "decision of the competent authority", "action", action, "proportionality", "ADEQUATE"));
        all.putAll(more);
        return all;
    }
}
