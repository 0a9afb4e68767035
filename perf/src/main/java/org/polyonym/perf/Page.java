package org.polyonym.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The campaign as one page without any outside resource, for readers who know nothing of it. */
final class Page {
    private static final String STYLE = """
            body{font:16px/1.55 system-ui,sans-serif;color:#1b2430;max-width:1180px;margin:2rem auto;padding:0 1.2rem}
            h1{font-size:2rem;margin:0 0 .5rem}h2{margin:2.4rem 0 .7rem;font-size:1.3rem;border-bottom:2px solid #d8dee6}
            table{border-collapse:collapse;width:100%;font-size:.92rem}th{text-align:left;color:#5a6779}
            td,th{padding:.35rem .6rem;border-bottom:1px solid #d8dee6;vertical-align:top}.n{text-align:right;
            font-variant-numeric:tabular-nums}.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));
            gap:1rem;margin:1.2rem 0}.tile{background:#f5f7fa;border-radius:10px;padding:.8rem 1rem;border-top:5px solid #2c8a4b}
            .tile.bad{border-color:#b3261e}.tile b{display:block;font-size:1.5rem}.soft{color:#5a6779}
            .chip{border-radius:9px;padding:.05rem .55rem;background:#e6e9ee;font-size:.84rem;white-space:nowrap}
            .joined{background:#b3261e;color:#fff}.found,.passed{background:#1d6f8f;color:#fff}.failed{background:#b3261e;
            color:#fff}.ok{color:#2c8a4b;font-weight:700}.broken{color:#b3261e;font-weight:700}figure{margin:1rem 0}
            figcaption{font-weight:600}svg{width:100%;font:11px system-ui;fill:#5a6779}svg .axis{stroke:#9aa5b1}
            svg .mark{stroke:#b3261e;stroke-dasharray:3 3}
            """;

    private final CampaignResult result;
    private final Optional<String> gatling;
    private final StringBuilder page = new StringBuilder();

    /** With the address of Gatling's own report, relative to this page. */
    Page(CampaignResult result, Optional<String> gatling) {
        this.result = result;
        this.gatling = gatling;
    }

    /** Where Gatling has put its report below the folder. */
    static Optional<String> gatlingReport(Path out) throws IOException {
        try (Stream<Path> runs = Files.list(out.resolve("gatling"))) {
            return runs.map(run -> run.resolve("index.html"))
                    .filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .findFirst();
        }
    }

    String html() {
        page.append("<!doctype html><html lang=en><head><meta charset=utf-8>")
                .append("<meta name=viewport content='width=device-width'><title>Polyonym: campaign ")
                .append(escape(result.caseId()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        head();
        checks();
        exposures();
        charts();
        operations();
        honest();
        method();
        return page.append("</body></html>").toString();
    }

    private void head() {
        long broken = result.checks().stream().filter(check -> !check.holds()).count();
        page.append("<h1>Case ")
                .append(escape(result.caseId()))
                .append(", hidden among honest travellers</h1><p>For ")
                .append(result.durationSeconds())
                .append(" seconds officers of five states asked and registered ")
                .append(escape(decimal(result.perSecond().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())))
                .append(
                        " times a second. Among these honest people one person appeared under several names. The question:"
                                + " are his names found while the platform is busy, and is nobody else wrongly tied to another"
                                + " person? All people, names and prints are invented; legal time is virtual.</p><div class=tiles>");
        tile(
                broken == 0,
                result.checks().size() - broken + " of " + result.checks().size(),
                "assertions hold");
        int misses = result.outcome().misses().size();
        tile(misses == 0, misses == 0 ? "complete" : misses + " missed", "detection of the case");
        tile(
                result.honest().falseLinks().isEmpty(),
                decimal(result.honest().falsePerThousand()),
                "false links per thousand honest registrations");
        Recorder.Latency link = result.linkVisible();
        tile(
                link.count() > 0,
                link.count() == 0 ? "none" : link.p95() + " ms",
                "acknowledged to link visible, p95 of " + link.count());
        Recorder.Latency name = result.types().get(Operation.Type.NAME);
        if (name != null) {
            tile(name.errors() == 0, name.p95() + " ms", "search by name, p95 of " + name.count());
        }
        page.append("</div>");
    }

    private void tile(boolean good, String figure, String words) {
        page.append("<div class='tile")
                .append(good ? "" : " bad")
                .append("'><b>")
                .append(escape(figure));
        page.append("</b>").append(escape(words)).append("</div>");
    }

    private void checks() {
        page.append("<h2>Assertions</h2><table><tr><th>What<th>Measured<th>Limit<th>Origin of the limit<th></tr>");
        for (Check check : result.checks()) {
            row(
                    check.name(),
                    check.measured(),
                    check.limit(),
                    check.origin(),
                    "<span class=" + (check.holds() ? "ok>holds" : "broken>BROKEN") + "</span>");
        }
        page.append("</table>");
        result.outcome()
                .misses()
                .forEach(miss -> page.append("<p class=broken>Missed: ")
                        .append(escape(miss))
                        .append("</p>"));
    }

    /** The last cell is markup, the others are text. */
    private void row(String... cells) {
        page.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            page.append("<td>").append(i == cells.length - 1 ? cells[i] : escape(cells[i]));
        }
        page.append("</tr>");
    }

    private void exposures() {
        page.append("<h2>What was exposed</h2><p class=soft>Joined: his records are in one link or one identity group."
                + " Found: a search or an identity check tied him to his records. Milliseconds: from the"
                + " acknowledgement of the registration until the entitled officer is shown the link"
                + " (measured); of a scenario of the library (passed, failed) instead the time from its beginning"
                + " to its end, every step and wait included.</p><table><tr><th>Identity<th>Result<th>Encounter"
                + "<th>Evidence<th>ms</tr>");
        for (HiddenCase.Exposure each : result.outcome().exposures()) {
            page.append("<tr><td>").append(escape(each.identity()));
            page.append("<td><span class='chip ").append(each.exposed()).append("'>");
            page.append(escape(each.exposed().equals("no") && !each.linkable() ? "not linkable" : each.exposed()));
            page.append("</span><td>").append(escape(each.encounter()));
            page.append("<td>").append(escape(each.evidence()));
            page.append("<td class=n>")
                    .append(each.millis().map(String::valueOf).orElse("–"));
            page.append("</tr>");
        }
        page.append("</table>");
    }

    private void charts() {
        double seconds = result.durationSeconds();
        List<Chart.Mark> marks = new ArrayList<>();
        result.outcome()
                .exposures()
                .forEach(each -> each.atMillis()
                        .ifPresent(at -> marks.add(
                                new Chart.Mark(at / 1000.0, each.identity().split(" ")[0]))));
        if (result.killedAtSeconds() >= 0) {
            marks.add(new Chart.Mark(result.killedAtSeconds(), "node killed"));
        }
        page.append("<h2>Over time</h2>");
        page.append(new Chart("Requests sent each second; marks: identities exposed", seconds)
                .line(result.seconds(), Timeline.Second::second, Timeline.Second::sent, "#1d6f8f", marks)
                .html());
        page.append(new Chart("Searches by name, p95 of the last five seconds, ms", seconds)
                .line(result.seconds(), Timeline.Second::second, Timeline.Second::p95, "#1d6f8f", List.of())
                .html());
        page.append(new Chart("Failed requests each second", seconds)
                .line(result.seconds(), Timeline.Second::second, Timeline.Second::failed, "#b3261e", List.of())
                .html());
        page.append(new Chart("Tasks of detection that are open", seconds)
                .line(result.looks(), look -> look.atMillis() / 1000.0, Depth.Look::open, "#9a6b00", List.of())
                .html());
        if (result.looks().stream().anyMatch(look -> look.lag() >= 0)) {
            page.append(new Chart("Greatest lag of a derived structure, as the cluster reports it", seconds)
                    .line(result.looks(), look -> look.atMillis() / 1000.0, Depth.Look::lag, "#9a6b00", List.of())
                    .html());
        }
    }

    private void operations() {
        page.append(
                        "<h2>Answers by operation</h2><p class=soft>Measured at the client, in ms; an arrival that had to be"
                                + " repeated at another node counts with both. ")
                .append(result.requests())
                .append(" requests, ")
                .append(result.repeated())
                .append(" repeated.</p><table><tr><th>Operation<th class=n>per s<th class=n>requests<th class=n>failed"
                        + "<th class=n>p50<th class=n>p95<th class=n>p99<th class=n>max</tr>");
        result.operations().forEach((label, latency) -> {
            page.append("<tr><td>").append(escape(label));
            number(decimal(result.perSecond().get(label)));
            for (long each : new long[] {
                latency.count(), latency.errors(), latency.p50(), latency.p95(), latency.p99(), latency.max()
            }) {
                number(Long.toString(each));
            }
            page.append("</tr>");
        });
        page.append("</table><p>Errors by code: ");
        page.append(result.errors().isEmpty() ? "none" : escape(result.errors().toString()));
        page.append("</p>");
        gatling.ifPresent(address -> page.append("<p><a href='")
                .append(escape(address))
                .append("'>Gatling's own report of the same load</a></p>"));
    }

    private void number(String text) {
        page.append("<td class=n>").append(text);
    }

    private void honest() {
        CampaignResult.Honest honest = result.honest();
        page.append("<h2>Honest people</h2><p>")
                .append(result.basePeople())
                .append(
                        " were registered before the load, among them namesakes of the attacker, people with his birth date and"
                                + " identical twins; ")
                .append(honest.registrations())
                .append(
                        " registrations were acknowledged during it. After the load the entitled officers asked for the links"
                                + " and identity groups of every one of these records: ")
                .append(honest.recordsRead())
                .append(" were asked for and all questions answered, ")
                .append(honest.recordsThere())
                .append(" of them were there (the others have lapsed by the legal time of the case, or never were). Who"
                        + " is who was known from the generator"
                        + " beforehand. Links between different people: ")
                .append(honest.falseLinks().size())
                .append(". People with a visa who crossed the border, and whose two records belong together: ")
                .append(honest.pairs())
                .append(", shown as linked: ")
                .append(honest.pairsLinked())
                .append(".</p>");
        honest.falseLinks()
                .forEach(link -> page.append("<p class=broken>")
                        .append(escape(link.colour() + ": " + link.a() + " and " + link.b()))
                        .append("</p>"));
    }

    private void method() {
        page.append(
                "<h2>How it was measured</h2><ul><li>Open model: arrivals at constant rates, whether or not earlier ones"
                        + " were answered; no request waits for another.<li>Shares of searches: law catalogue 8.3 (60 % SIS, 15 % EES"
                        + " border, 10 % VIS, 5 % ETIAS, 5 % Eurodac, 3 % Art 20, 1 % Art 22, 1 % Europol and Interpol; a quarter"
                        + " from one state). Assumed: how registrations divide, and that 70 % of searches are for somebody"
                        + " registered.<li>ETIAS and ECRIS-TCN are not built: their lines say UNAVAILABLE, and the other"
                        + " sources of those searches answer. Interpol is closed until its release is recorded."
                        + "<li>Ten seconds of searches to warm up are not counted.<li>Link visible is known to "
                        + LinkWatch.STEP.toMillis() + " ms for honest people and " + TimedRegistrar.STEP.toMillis()
                        + " ms, plus the requests themselves, for the case.<li>Goals in ms multiplied by "
                        + decimal(result.scale()) + ".</ul><table>");
        for (Map.Entry<String, Object> each : Map.<String, Object>of(
                        "machine", result.machine(),
                        "nodes", result.nodes(),
                        "JDK", result.jdk(),
                        "commit", result.commit(),
                        "seed", result.seed())
                .entrySet()) {
            row(each.getKey(), escape(each.getValue().toString()));
        }
        page.append("</table>");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
