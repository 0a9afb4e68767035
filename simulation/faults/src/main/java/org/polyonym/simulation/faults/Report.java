package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report: for each run the picture of its time, the claims with the number of cases behind each, and the figures.
 *
 * @param settings of the call
 * @param result as in {@code result.json}
 */
record Report(Settings settings, JsonNode result) {
    String html() throws IOException {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Fault runs</title><style>
                body{font:15px/1.45 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}
                table{border-collapse:collapse;margin:.6rem 0 1.2rem}td,th{padding:.2rem .7rem;border-bottom:1px solid #ddd;
                text-align:left;vertical-align:top}.no{color:#b00020;font-weight:600}.yes{color:#1b6e3c;font-weight:600}
                svg{width:100%;height:auto}h2{margin-top:2.2rem}small{color:#666}</style></head><body><h1>Fault runs</h1>""");
        html.append("<p>")
                .append(text(result.path("at")))
                .append(", commit ")
                .append(text(result.path("commit")))
                .append(", ")
                .append(text(result.path("machine")))
                .append(", JDK ")
                .append(text(result.path("jdk")))
                .append(", seed ")
                .append(text(result.path("seed")))
                .append(", ")
                .append(text(result.path("rate")))
                .append(" requests a second. All people are invented; prints are generated.</p>");
        for (JsonNode run : result.path("runs")) {
            run(html, run);
        }
        return html.append("</body></html>").toString();
    }

    private void run(StringBuilder html, JsonNode run) throws IOException {
        boolean ok = run.path("ok").asBoolean();
        html.append("<h2>")
                .append(text(run.path("run")))
                .append(ok ? " <span class=yes>passed</span>" : " <span class=no>FAILED</span>")
                .append("</h2><p>To show that ")
                .append(text(run.path("proves")))
                .append("</p>");
        Path history = settings.results().resolve(run.path("run").asText()).resolve("history.ndjson");
        if (Files.exists(history)) {
            html.append(new Timeline(Measures.of(Files.readAllLines(history))).svg());
        }
        run.path("failures")
                .forEach(each -> html.append("<p class=no>").append(text(each)).append("</p>"));
        html.append("<table><tr><th>Claim</th><th>Cases</th><th></th></tr>");
        for (JsonNode claim : run.path("claims")) {
            long breaches = claim.path("breaches").asLong();
            html.append("<tr><td>").append(text(claim.path("claim"))).append("<small>");
            claim.path("told").forEach(each -> html.append("<br>").append(text(each)));
            html.append("</small></td><td>")
                    .append(claim.path("cases").asLong())
                    .append("</td><td class=")
                    .append(breaches == 0 ? held(claim) : "no>" + breaches + " breaches")
                    .append("</td></tr>");
        }
        html.append("</table><table>");
        run.path("figures")
                .properties()
                .forEach(each -> html.append("<tr><td>")
                        .append(escaped(each.getKey()))
                        .append("</td><td>")
                        .append(text(each.getValue()))
                        .append("</td></tr>"));
        html.append("</table>");
    }

    /** A claim that needs no case, and had none, has proved nothing. */
    private static String held(JsonNode claim) {
        return claim.path("cases").asLong() == 0 ? "none>no case" : "yes>holds";
    }

    private static String text(JsonNode node) {
        return escaped(node.asText());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
