package org.polyonym.simulation.demo;

import java.util.List;
import java.util.Optional;
import org.polyonym.simulation.europe.Ber14;

/** The report: one self-contained page for someone who has never heard of the project. */
final class Report {
    private final DemoResult result;
    private final Gallery gallery;
    private final Html html = new Html();

    Report(DemoResult result, Gallery gallery) {
        this.result = result;
        this.gallery = gallery;
    }

    String html() {
        html.open("One man, fourteen names");
        headline();
        identities();
        timelines();
        Optional.ofNullable(result.modes().get("interoperable")).ifPresent(mode -> {
            new LinkPages(html).write(mode);
            told(mode);
        });
        prints();
        notes();
        return html.close();
    }

    private void headline() {
        html.raw(
                "<p class=lead>Before the attack of December 2016 the attacker had registered in Europe under at least fourteen "
                        + "identities and passed between states unseen. This page replays a fictional case built like it, twice, on a "
                        + "running platform: once by the rules of 2016, once with the European systems made interoperable. Everything below "
                        + "was answered by the platform to officers who asked it; nothing was written by hand but what the officers do.</p>");
        html.raw("<div class=modes>");
        result.modes().forEach((name, mode) -> {
            html.raw("<div class='mode m" + Html.escape(name) + "'><h3>" + title(name) + "</h3><dl>");
            figure(
                    mode.joinedIds().size() + " of " + mode.linkableIds().size(),
                    "linkable identities joined to another");
            figure(
                    mode.foundIds().size() + " of " + mode.linkableIds().size(),
                    "found by a search or an identity check");
            figure(mode.firstExposedAtStep().map(n -> "identity " + n).orElse("never"), "first exposed at");
            figure(
                    mode.hoursToYellow().map(Report::duration).orElse("never"),
                    "from the second asylum claim to the warning link");
            figure(
                    mode.decisionDelayHours().map(Report::duration).orElse("–"),
                    "until an officer decided it (scripted: an assumption, not a measurement)");
            html.raw("</dl></div>");
        });
        html.raw("</div>");
    }

    private void figure(String value, String caption) {
        html.raw("<dt>" + Html.escape(value) + "</dt><dd>" + Html.escape(caption) + "</dd>");
    }

    private static String title(String mode) {
        return mode.equals("2016") ? "By the rules of 2016" : "Interoperable";
    }

    private static String duration(double hours) {
        double seconds = hours * 3600;
        if (seconds < 120) {
            return String.format(java.util.Locale.ROOT, "%.1f seconds", seconds);
        }
        return String.format(java.util.Locale.ROOT, "%.1f hours", hours);
    }

    private void identities() {
        html.heading("The fourteen identities");
        html.raw("<table><tr><th>#<th>Name<th>Born<th>Nationality<th>Registered at<th>Could it be linked?");
        result.modes().keySet().forEach(mode -> html.raw("<th>" + title(mode)));
        for (Ber14.Alias alias : Ber14.all()) {
            var name = alias.identity().names().getFirst();
            html.raw("<tr><td>" + alias.n() + "<td><b>" + Html.escape(name.givenNames() + " " + name.familyName())
                    + "</b><td class=day>"
                    + (alias.identity().birthDate().year() == 0
                            ? "–"
                            : alias.identity().birthDate().text()) + "<td>"
                    + (alias.identity().nationalities().isEmpty()
                            ? "–"
                            : alias.identity().nationalities().getFirst().text())
                    + "<td>" + Html.escape(alias.where()) + "<td>" + (alias.linkable() ? "<b>yes</b>: " : "no: ")
                    + Html.escape(alias.reason()));
            result.modes().values().forEach(mode -> html.raw("<td>" + chip(mode, alias.n())));
        }
        html.raw("</table>");
    }

    private static String chip(ModeResult mode, int n) {
        if (mode.joinedIds().contains(n)) {
            return "<span class='chip joined'>joined</span>";
        }
        return mode.foundIds().contains(n) ? "<span class='chip found'>found</span>" : "<span class=chip>unseen</span>";
    }

    private void timelines() {
        html.heading("The two timelines");
        List<ModeResult> modes = List.copyOf(result.modes().values());
        html.raw("<table class=timeline><tr><th>Day<th>Identity");
        result.modes().keySet().forEach(mode -> html.raw("<th>" + title(mode)));
        int steps = modes.isEmpty() ? 0 : modes.getFirst().steps().size();
        for (int i = 0; i < steps; i++) {
            ModeResult.Step step = modes.getFirst().steps().get(i);
            html.raw("<tr><td class=day>" + step.at().substring(0, 10) + "<td><b>#" + step.n() + " "
                    + Html.escape(step.names()) + "</b><br><small>" + Html.escape(step.system()) + "</small>");
            for (ModeResult mode : modes) {
                outcome(mode.steps().get(i));
            }
        }
        html.raw("</table>");
    }

    private void outcome(ModeResult.Step step) {
        html.raw("<td>" + Html.escape(step.outcome()));
        step.links()
                .forEach(link -> html.raw("<div class='link " + link.colour() + "'>" + link.colour() + " "
                        + Html.escape(link.a() + " × " + link.b()) + (link.discrepancy() ? " <b>discrepancy</b>" : "")
                        + "</div>"));
        if (!step.notified().isEmpty()) {
            html.raw("<div class=told>told: " + Html.escape(String.join("; ", step.notified())) + "</div>");
        }
        if (!step.seenBy().isEmpty()) {
            html.raw("<div class=told>may see it: " + Html.escape(String.join(", ", step.seenBy())) + "</div>");
        }
    }

    private void told(ModeResult mode) {
        html.heading("Who was told, and who was not allowed to know");
        html.raw(
                "<p>No account sees everything. After each step every officer of a panel asked after the links; the platform "
                        + "answered each by what the law lets that authority see. These officers asked and were shown no link at the end: "
                        + "<b>"
                        + Html.escape(mode.shownNoLink().isEmpty() ? "none" : String.join(", ", mode.shownNoLink()))
                        + "</b>.</p><table><tr><th>Day<th>Identity<th>Told<th>May see the link");
        mode.steps().stream()
                .filter(s -> !s.notified().isEmpty() || !s.seenBy().isEmpty())
                .forEach(s -> html.raw("<tr><td class=day>" + s.at().substring(0, 10) + "<td>#" + s.n() + "<td>"
                        + Html.escape(String.join("; ", s.notified())) + "<td>"
                        + Html.escape(String.join(", ", s.seenBy()))));
        html.raw("</table>");
    }

    private void prints() {
        html.heading("The prints");
        html.raw("<p>"
                + (gallery.realFingers() > 0
                        ? gallery.realFingers()
                                + " fingers in this run are real ones (the attacker's four among them); the highest "
                                + "score between two different real fingers was "
                                + gallery.highestImpostor().orElse(0.0)
                                + " (40 is about one false match in ten thousand). All others are generated prints."
                        : "All prints in this run are <b>generated prints</b>.")
                + " The gallery holds " + gallery.people() + " other people with " + gallery.fingers()
                + " fingers, among them namesakes, people with the same birth date, identical twins and a passport with the number of "
                + "the forged card. Every image went through the same extractor as any other.</p>");
        GeneratorCheck.read().ifPresent(check -> html.raw("<p>" + Html.escape(check) + "</p>"));
    }

    private void notes() {
        html.heading("Notes");
        html.raw("<ul><li>VIRTUAL TIME: the legal dates are set by the replay; machine times are real."
                + "<li>All people, numbers and places are fictional."
                + "<li>Registration to link, machine time: " + latency() + "."
                + "<li>Faces are stored and quality-checked, never compared."
                + "<li>Four fingers were captured per registration; the law asks for up to ten."
                + "<li>Seed " + result.seed() + ", commit " + Html.escape(result.commit()) + ", JDK "
                + Html.escape(result.jdk())
                + ".</ul>");
    }

    private String latency() {
        return Optional.ofNullable(result.modes().get("interoperable"))
                .map(ModeResult::registrationToLinkMs)
                .map(l -> "p50 " + l.p50() + " ms, p95 " + l.p95() + " ms, max " + l.max() + " ms over " + l.count()
                        + " registrations that led to a link")
                .orElse("not run");
    }
}
