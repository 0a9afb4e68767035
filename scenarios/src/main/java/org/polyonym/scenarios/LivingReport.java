package org.polyonym.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.polyonym.scenarios.RunResult.Outcome;

/** The run as a page that reads like a book: feature by feature, each scenario with the rules it proves beside its result. */
final class LivingReport {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem;color:#1b2430}
            h1{font-size:1.6rem}h2{margin-top:2.2rem;border-bottom:1px solid #d5dbe3;padding-bottom:.3rem;font-size:1.2rem}
            .s{display:grid;grid-template-columns:3fr 2fr;gap:1.2rem;border-left:5px solid #2c8a4b;padding:.5rem 1rem;
            margin:.8rem 0;background:#f6f8fa}.s.failed{border-color:#c22f2f}ol{margin:.3rem 0;padding-left:1.2rem}
            .rule{font-size:.9rem;color:#425066;margin:.2rem 0}.rule b{color:#1b2430}.e{color:#c22f2f;white-space:pre-wrap}
            """;

    private LivingReport() {}

    static void write(Path file, RunResult result, Requirements requirements) {
        Map<String, List<Outcome>> features = result.scenarios().stream()
                .collect(Collectors.groupingBy(Outcome::feature, LinkedHashMap::new, Collectors.toList()));
        StringBuilder html = new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8>")
                .append("<title>Polyonym: the law as scenarios</title><style>")
                .append(STYLE)
                .append("</style><h1>The law as scenarios</h1><p>")
                .append(result.passed())
                .append(" passed, ")
                .append(result.failed())
                .append(" failed. Times in the scenarios are VIRTUAL TIME; people are fictional.</p>");
        features.forEach((name, scenarios) -> {
            html.append("<h2>").append(escape(name)).append("</h2>");
            scenarios.forEach(s -> scenario(html, s, requirements));
        });
        try {
            Files.writeString(file, html.append("</html>").toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void scenario(StringBuilder html, Outcome scenario, Requirements requirements) {
        html.append("<div class='s ")
                .append(scenario.passed() ? "passed" : "failed")
                .append("'><div><b>")
                .append(scenario.passed() ? "✓ " : "✗ ")
                .append(escape(scenario.name()))
                .append("</b><ol>");
        scenario.steps().forEach(step -> html.append("<li>").append(escape(step)));
        html.append("</ol>");
        if (!scenario.error().isEmpty()) {
            html.append("<div class=e>").append(escape(scenario.error())).append("</div>");
        }
        html.append("</div><div>");
        for (String tag : scenario.tags()) {
            requirements
                    .find(tag)
                    .ifPresent(r -> html.append("<p class=rule><b>")
                            .append(r.id())
                            .append("</b> ")
                            .append(escape(r.rule()))
                            .append(" <i>(")
                            .append(escape(r.article()))
                            .append(verified(r.verified()))
                            .append(")</i></p>"));
        }
        html.append("</div></div>");
    }

    private static String verified(String status) {
        return switch (status) {
            case "V" -> ", checked against the text";
            case "D" -> ", own design";
            default -> ", not checked against the text";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
