package org.polyonym.operator;

import com.fasterxml.jackson.databind.JsonNode;

/** A plan as a person reads it. */
final class PlanText {
    private static final int HASH_SHOWN = 16;

    private PlanText() {}

    static String of(JsonNode plan) {
        StringBuilder text = new StringBuilder();
        boolean replaces = "REPLACE".equals(plan.path("action").asText());
        line(text, "Plan", replaces ? "replace " + plan.path("replaces").asText() : "deploy");
        line(
                text,
                "Connector",
                plan.path("name").asText() + " " + plan.path("version").asText());
        line(text, "Jar", plan.path("bytes").asText() + " bytes, sha256 " + hash(plan));
        line(text, "Signed by", or(plan.path("signer").asText(), "not asked for"));
        line(text, "Restarts", list(plan.path("restarts"), "nothing else"));
        text.append('\n').append(imports(plan)).append('\n');
        if (!plan.path("access").isEmpty()) {
            text.append('\n').append(access(plan)).append('\n');
        } else {
            text.append("\nNo access rows: nobody may search it.\n");
        }
        if (!plan.path("objections").isEmpty()) {
            text.append('\n').append(objections(plan)).append('\n');
        }
        return text.toString();
    }

    private static TextTable imports(JsonNode plan) {
        TextTable table = new TextTable("Imports", "Versions", "Offered by", "Allowed");
        for (JsonNode each : plan.path("imports")) {
            if (!each.path("name").asText().startsWith("java.")) {
                table.row(
                        each.path("name").asText(),
                        or(each.path("range").asText(), "any"),
                        or(each.path("provider").asText(), "nobody"),
                        each.path("spi").asBoolean() ? "yes" : "NO");
            }
        }
        return table;
    }

    private static TextTable access(JsonNode plan) {
        String title = plan.path("accessKept").asBoolean() ? "Keeps" : "Grants";
        TextTable table = new TextTable(title, "Purpose", "System", "Searches with", "Sees", "Source");
        for (JsonNode each : plan.path("access")) {
            table.row(
                    each.path("authority").asText(),
                    each.path("purpose").asText(),
                    each.path("system").asText(),
                    or(each.path("fields").asText(), "-"),
                    or(each.path("reply").asText(), "-"),
                    or(each.path("source").asText(), "NONE"));
        }
        return table;
    }

    private static TextTable objections(JsonNode plan) {
        TextTable table = new TextTable("Refused", "Because", "Remedy");
        for (JsonNode each : plan.path("objections")) {
            table.row(
                    each.path("code").asText(),
                    each.path("reason").asText(),
                    each.path("remedy").asText());
        }
        return table;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-10s %s%n", name, value));
    }

    private static String hash(JsonNode plan) {
        String hash = plan.path("sha256").asText();
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    private static String list(JsonNode names, String none) {
        return names.isEmpty()
                ? none
                : String.join(", ", names.valueStream().map(JsonNode::asText).toList());
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
