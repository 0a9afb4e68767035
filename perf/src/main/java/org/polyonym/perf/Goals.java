package org.polyonym.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The assertions of a campaign, from its figures alone. */
final class Goals {
    static final String LAW = "required, law catalogue 8.3";
    static final String ASSUMED = "assumed";

    private static final long NAME_P50 = 150;
    private static final long NAME_P95 = 500;
    private static final long NAME_P99 = 1_000;
    private static final long PRINTS_P95 = 3_000;
    private static final long LINK_P95 = 2_000;
    static final long REGISTRATION_P95 = 2_000;
    /** Share of requests that may fail. A run of a minute cannot show the 99.99 % of the catalogue. */
    static final double ERROR_BUDGET = 0.001;

    private static final double LEAST_DELIVERED = 0.99;
    private static final double LEAST_LINKED = 0.95;
    static final long DRAINED_WITHIN = 60_000;

    /** What is judged; see {@link CampaignResult} for the meaning of each. */
    record Figures(
            double scale,
            double planned,
            int requests,
            long failed,
            Map<Operation.Type, Recorder.Latency> types,
            Recorder.Latency linkVisible,
            HiddenCase.Outcome outcome,
            long loadMillis,
            CampaignResult.Honest honest,
            long drainedMillis,
            long parked) {}

    private Goals() {}

    static List<Check> judge(Figures f) {
        List<Check> checks = new ArrayList<>();
        long misses = f.outcome().misses().size();
        checks.add(
                new Check("detection complete", "every expectation of the case", LAW, misses + " missed", misses == 0));
        boolean inside = f.outcome().endedMillis() <= f.loadMillis();
        checks.add(new Check(
                "the case was over before the load",
                "within " + f.loadMillis() / 1000 + " s",
                ASSUMED,
                f.outcome().endedMillis() / 1000 + " s",
                inside));
        int wrong = f.honest().falseLinks().size();
        checks.add(new Check(
                "false links",
                "0",
                LAW,
                wrong + " (" + decimal(f.honest().falsePerThousand()) + " per thousand honest registrations)",
                wrong == 0));
        if (f.honest().pairs() > 0) {
            double share = (double) f.honest().pairsLinked() / f.honest().pairs();
            checks.add(new Check(
                    "honest pairs linked",
                    "at least " + percent(LEAST_LINKED),
                    LAW,
                    f.honest().pairsLinked() + " of " + f.honest().pairs(),
                    share >= LEAST_LINKED));
        }
        latencies(checks, f);
        double failed = f.requests() == 0 ? 1 : (double) f.failed() / f.requests();
        checks.add(new Check(
                "failed requests",
                "at most " + percent(ERROR_BUDGET),
                ASSUMED,
                f.failed() + " of " + f.requests() + " (" + percent(failed) + ")",
                failed <= ERROR_BUDGET));
        double delivered = f.requests() / f.planned();
        checks.add(new Check(
                "arrivals sent by the client",
                "at least " + percent(LEAST_DELIVERED) + " of those planned",
                ASSUMED,
                percent(delivered),
                delivered >= LEAST_DELIVERED));
        boolean drained = f.drainedMillis() >= 0 && f.drainedMillis() <= DRAINED_WITHIN;
        checks.add(new Check(
                "no task open after the load",
                "within " + DRAINED_WITHIN / 1000 + " s",
                LAW,
                f.drainedMillis() < 0 ? "never" : decimal(f.drainedMillis() / 1000.0) + " s",
                drained));
        checks.add(new Check(
                "no detection was given up",
                "0 tasks parked",
                LAW,
                f.parked() < 0 ? "unknown" : f.parked() + " parked",
                f.parked() == 0));
        return List.copyOf(checks);
    }

    private static void latencies(List<Check> checks, Figures f) {
        Recorder.Latency name = f.types().get(Operation.Type.NAME);
        if (name != null) {
            checks.add(time("searches by name, p50", name.p50(), NAME_P50, f.scale(), LAW));
            checks.add(time("searches by name, p95", name.p95(), NAME_P95, f.scale(), LAW));
            checks.add(time("searches by name, p99", name.p99(), NAME_P99, f.scale(), LAW));
        }
        for (Operation.Type type : List.of(Operation.Type.PRINTS, Operation.Type.CHECK)) {
            Recorder.Latency prints = f.types().get(type);
            if (prints != null) {
                String what = type == Operation.Type.PRINTS ? "searches by prints, p95" : "identity checks, p95";
                checks.add(time(what, prints.p95(), PRINTS_P95, f.scale(), LAW + ", there for 400 million templates"));
            }
        }
        Recorder.Latency registration = f.types().get(Operation.Type.REGISTRATION);
        if (registration != null) {
            checks.add(
                    time("registrations acknowledged, p95", registration.p95(), REGISTRATION_P95, f.scale(), ASSUMED));
        }
        if (f.linkVisible().count() > 0) {
            checks.add(time("acknowledged to link visible, p95", f.linkVisible().p95(), LINK_P95, f.scale(), LAW));
        }
    }

    private static Check time(String name, long measured, long goal, double scale, String origin) {
        double limit = goal * scale;
        String words = "at most " + Math.round(limit) + " ms" + (scale == 1 ? "" : ", goal times " + decimal(scale));
        return new Check(name, words, origin, measured + " ms", measured <= limit);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }
}
