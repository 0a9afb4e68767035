package org.polyonym.simulation.soak;

import java.util.List;
import java.util.stream.Collectors;

/** The result as a page. */
final class SoakPage {
    private SoakPage() {}

    static String of(SoakResult result) {
        String faults = result.faults().isEmpty()
                ? "<p class=good>Nobody was disturbed and nothing was left behind.</p>"
                : "<ul class=bad>" + items(result.faults()) + "</ul>";
        String failures =
                result.failures().isEmpty() ? "" : "<h2>Failed requests</h2><ul>" + items(result.failures()) + "</ul>";
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Soak: %s</title>
                <style>body{font:16px/1.5 sans-serif;margin:2em auto;max-width:50em}table{border-collapse:collapse}
                td,th{border:1px solid #999;padding:.2em .6em;text-align:left}.good{color:#060}.bad{color:#900}</style>
                </head><body><h1>Soak: %s</h1><p>%d cycles at %d requests a second.</p>%s<table>%s</table>%s</body></html>
                """.formatted(
                        escape(result.soak()),
                        escape(result.soak()),
                        result.cycles(),
                        result.rate(),
                        faults,
                        result.rows().stream().map(SoakPage::row).collect(Collectors.joining("\n")),
                        failures);
    }

    private static String row(List<String> cells) {
        return "<tr><th scope=\"row\">" + escape(cells.get(0)) + "</th><td>" + escape(cells.get(1)) + "</td><td>"
                + escape(cells.get(2)) + "</td></tr>";
    }

    private static String items(List<String> texts) {
        return texts.stream().map(text -> "<li>" + escape(text) + "</li>").collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
