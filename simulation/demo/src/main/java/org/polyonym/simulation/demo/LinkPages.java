package org.polyonym.simulation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** For each link: the rule row and its article, the compared data, and the fingers that matched. */
final class LinkPages {
    private static final int FIGURE_WIDTH = 388;
    private static final int FIGURE_HEIGHT = 374;
    private static final int GAP = 16;

    private final Html html;

    LinkPages(Html html) {
        this.html = html;
    }

    void write(ModeResult mode) {
        html.heading("Why each link was made");
        if (mode.evidence().isEmpty()) {
            html.raw("<p>No link exists at the end of this run.</p>");
        }
        mode.evidence().forEach(this::evidence);
    }

    private void evidence(ModeResult.Evidence evidence) {
        ModeResult.Link link = evidence.link();
        html.raw("<div class='evidence " + link.colour() + "'><h3>"
                + Html.escape(link.colour() + ": " + link.a() + " × " + link.b())
                + "</h3><p>Reason " + Html.escape(link.reason())
                + (link.discrepancy() ? ", flagged as a discrepancy: the records propose different colours" : "")
                + ".</p>");
        for (JsonNode pair : evidence.detail().path("evidence")) {
            pair(pair);
        }
        history(evidence.detail().path("history"));
        if (!evidence.fingers().isEmpty()) {
            html.raw("<p>The matched minutiae, joined by lines:</p><div class=fingers>");
            evidence.fingers().forEach(this::finger);
            html.raw("</div>");
        }
        html.raw("</div>");
    }

    private void pair(JsonNode pair) {
        JsonNode row = pair.path("row");
        html.raw("<p><b>" + text(pair, "a") + " against " + text(pair, "b") + "</b>: rule row " + text(row, "row")
                + " (biometrics " + text(row, "biometric") + ", identity " + text(row, "identity") + ", document "
                + text(row, "document") + ") gives " + text(row, "result") + ", by " + text(row, "source") + ".</p>");
        JsonNode biometric = pair.path("biometric");
        html.raw("<p class=told>Prints: " + text(biometric, "outcome") + ", fused score "
                + String.format(Locale.ROOT, "%.0f", biometric.path("score").asDouble()) + " over "
                + biometric.path("fingers").asInt() + " fingers, estimated false match rate 10<sup>"
                + String.format(Locale.ROOT, "%.1f", biometric.path("log10Fmr").asDouble()) + "</sup>, thresholds "
                + text(biometric, "thresholdVersion")
                + ".</p><table><tr><th>Data<th>Class<th>First record<th>Second record<th>Why");
        for (JsonNode field : pair.path("fields")) {
            String result = field.path("result").asText();
            html.raw("<tr><td>" + text(field, "field") + "<td class=" + result.toLowerCase(Locale.ROOT) + ">"
                    + Html.escape(result) + "<td>" + values(field, "valueA") + "<td>" + values(field, "valueB") + "<td>"
                    + words(field));
        }
        html.raw("</table>");
    }

    private static String values(JsonNode field, String name) {
        JsonNode value = field.path(name);
        return value.isMissingNode() || value.isNull()
                ? "<span class=told>not for this officer</span>"
                : Html.escape(plain(value));
    }

    private static String words(JsonNode field) {
        String rules = plain(field.path("rules"));
        String done = plain(field.path("transformations"));
        return Html.escape((rules.isEmpty() ? "" : "rule " + rules + " ") + done) + " <span class=told>"
                + text(field, "source") + "</span>";
    }

    private void history(JsonNode history) {
        for (JsonNode entry : history) {
            html.raw("<p class=told>" + Html.escape(plain(entry)) + "</p>");
        }
    }

    private static String plain(JsonNode node) {
        if (node.isArray()) {
            StringBuilder text = new StringBuilder();
            node.forEach(n -> text.append(text.isEmpty() ? "" : ", ").append(plain(n)));
            return text.toString();
        }
        if (node.isObject()) {
            StringBuilder text = new StringBuilder();
            node.properties()
                    .forEach(e -> text.append(text.isEmpty() ? "" : ", ")
                            .append(e.getKey())
                            .append(" ")
                            .append(plain(e.getValue())));
            return text.toString();
        }
        return node.asText("");
    }

    private static String text(JsonNode node, String field) {
        return Html.escape(node.path(field).asText(""));
    }

    private void finger(ModeResult.Finger finger) {
        int width = FIGURE_WIDTH * 2 + GAP;
        StringBuilder svg =
                new StringBuilder("<figure><svg width=540 viewBox='0 0 " + width + " " + FIGURE_HEIGHT + "'>");
        svg.append(image(finger.probeImage(), 0)).append(image(finger.candidateImage(), FIGURE_WIDTH + GAP));
        for (double[] m : finger.matched()) {
            double x = m[2] + FIGURE_WIDTH + GAP;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1='%.0f' y1='%.0f' x2='%.0f' y2='%.0f' stroke='#1d6f8f' stroke-width='1' opacity='.45'/>"
                            + "<circle cx='%1$.0f' cy='%2$.0f' r='6' fill='none' stroke='#b3261e' stroke-width='2'/>"
                            + "<circle cx='%3$.0f' cy='%4$.0f' r='6' fill='none' stroke='#b3261e' stroke-width='2'/>",
                    m[0],
                    m[1],
                    x,
                    m[3]));
        }
        html.raw(svg + "</svg><figcaption>"
                + Html.escape(finger.position().toLowerCase(Locale.ROOT).replace('_', ' ')) + ", score "
                + String.format(Locale.ROOT, "%.0f", finger.score()) + ", "
                + finger.matched().size() + " matched minutiae, "
                + (finger.real() ? "real prints" : "generated prints") + "</figcaption></figure>");
    }

    private static String image(String base64, int x) {
        return "<image x='" + x + "' y='0' width='" + FIGURE_WIDTH + "' height='" + FIGURE_HEIGHT
                + "' preserveAspectRatio='xMinYMin' href='data:image/png;base64," + base64 + "'/>";
    }
}
