package org.polyonym.simulation.demo;

import java.util.List;

/** The timelines as text on the terminal. */
final class Timeline {
    private static final int COLUMN = 62;

    private Timeline() {}

    static void print(ModeResult.Step step) {
        System.out.println(step.at().substring(0, 10) + "  #" + step.n() + " " + step.names() + ", " + step.system()
                + "\n            " + step.outcome());
    }

    static void printSideBySide(DemoResult result) {
        ModeResult left = result.modes().get("2016");
        ModeResult right = result.modes().get("interoperable");
        if (left == null || right == null) {
            return;
        }
        System.out.println("\n" + cell("2016", 14 + COLUMN) + "interoperable");
        for (int i = 0; i < left.steps().size(); i++) {
            ModeResult.Step step = left.steps().get(i);
            System.out.println(
                    "\n" + step.at().substring(0, 10) + " #" + step.n() + "  " + step.names() + ", " + step.system());
            List<String> a = wrap(step.outcome());
            List<String> b = wrap(right.steps().get(i).outcome());
            for (int row = 0; row < Math.max(a.size(), b.size()); row++) {
                System.out.println("   " + cell(row < a.size() ? a.get(row) : "", COLUMN) + " | "
                        + (row < b.size() ? b.get(row) : ""));
            }
        }
        System.out.println();
        line("linkable identities", left.linkableIds(), right.linkableIds());
        line("joined (linked or grouped)", left.joinedIds(), right.joinedIds());
        line("found (search, check, QUEST)", left.foundIds(), right.foundIds());
        line("first exposed at identity", text(left.firstExposedAtStep()), text(right.firstExposedAtStep()));
        line("legal hours to yellow link", text(left.hoursToYellow()), text(right.hoursToYellow()));
        line("decision delay, hours (scripted)", text(left.decisionDelayHours()), text(right.decisionDelayHours()));
        line("registration to link p50/p95 ms", latency(left), latency(right));
    }

    private static String latency(ModeResult mode) {
        ModeResult.Latency l = mode.registrationToLinkMs();
        return l.count() == 0 ? "no link" : l.p50() + " / " + l.p95() + " (" + l.count() + ")";
    }

    private static String text(java.util.Optional<?> value) {
        return value.map(v -> v instanceof Double d ? String.format(java.util.Locale.ROOT, "%.3f", d) : v.toString())
                .orElse("never");
    }

    private static void line(String what, Object left, Object right) {
        System.out.println(cell(what, 34) + cell(left.toString(), 34) + right);
    }

    private static String cell(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    private static List<String> wrap(String text) {
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() + 1 > COLUMN) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
