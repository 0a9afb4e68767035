package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalsTest {
    private static final HiddenCase.Outcome COMPLETE =
            new HiddenCase.Outcome(List.of(), List.of(), 1_000, 50_000, List.of());
    private static final CampaignResult.Honest NOBODY_WRONG =
            new CampaignResult.Honest(100, 177, 170, List.of(), 0, 10, 10, List.of());

    private static Recorder.Latency latency(long p95) {
        return new Recorder.Latency(1_000, 0, 100, p95, p95, p95);
    }

    private static Goals.Figures figures(
            double scale,
            int failed,
            long nameP95,
            HiddenCase.Outcome outcome,
            CampaignResult.Honest honest,
            long drained) {
        return figures(scale, failed, nameP95, outcome, honest, drained, 0);
    }

    private static Goals.Figures figures(
            double scale,
            int failed,
            long nameP95,
            HiddenCase.Outcome outcome,
            CampaignResult.Honest honest,
            long drained,
            long parked) {
        return new Goals.Figures(
                scale,
                1_000,
                1_000,
                failed,
                Map.of(Operation.Type.NAME, latency(nameP95), Operation.Type.REGISTRATION, latency(900)),
                latency(1_500),
                outcome,
                60_000,
                honest,
                drained,
                parked);
    }

    private static List<String> broken(Goals.Figures figures) {
        return Goals.judge(figures).stream()
                .filter(check -> !check.holds())
                .map(Check::name)
                .toList();
    }

    @Test
    void holdsWhenEveryFigureIsWithinItsLimit() {
        assertThat(broken(figures(1, 1, 500, COMPLETE, NOBODY_WRONG, 2_000))).isEmpty();
    }

    @Test
    void breaksByOneMillisecondOverTheGoalOfTheCatalogue() {
        assertThat(broken(figures(1, 0, 501, COMPLETE, NOBODY_WRONG, 0))).containsExactly("searches by name, p95");
        assertThat(broken(figures(2, 0, 501, COMPLETE, NOBODY_WRONG, 0))).isEmpty();
    }

    @Test
    void saysThatAGoalWasScaled() {
        assertThat(Goals.judge(figures(2, 0, 501, COMPLETE, NOBODY_WRONG, 0)))
                .anyMatch(check -> check.limit().equals("at most 1000 ms, goal times 2.0"));
    }

    @Test
    void breaksWhenMoreThanOneInAThousandFails() {
        assertThat(broken(figures(1, 2, 100, COMPLETE, NOBODY_WRONG, 0))).containsExactly("failed requests");
    }

    @Test
    void breaksByOneMissOfTheCaseAndWhenTheCaseOutlastsTheLoad() {
        var missed = new HiddenCase.Outcome(List.of(), List.of("no yellow link"), 0, 60_001, List.of());
        assertThat(broken(figures(1, 0, 100, missed, NOBODY_WRONG, 0)))
                .containsExactly("detection complete", "the case was over before the load");
    }

    @Test
    void breaksByOneFalseLinkAndByMissedPairs() {
        var wrong = new CampaignResult.Honest(
                100, 177, 170, List.of(new Truth.Shown("EES/1", "EES/2", "WHITE")), 10, 10, 9, List.of());
        assertThat(broken(figures(1, 0, 100, COMPLETE, wrong, 0)))
                .containsExactly("false links", "honest pairs linked");
    }

    @Test
    void breaksWhenTasksStayOpen() {
        assertThat(broken(figures(1, 0, 100, COMPLETE, NOBODY_WRONG, -1)))
                .containsExactly("no task open after the load");
        assertThat(broken(figures(1, 0, 100, COMPLETE, NOBODY_WRONG, 60_001)))
                .containsExactly("no task open after the load");
    }

    @Test
    void stopsARampByFailuresOrSlowSearchesOrSlowRegistrations() {
        assertThat(broken(latency(1_000), latency(1), 0.01, 1, 0)).isEmpty();
        assertThat(broken(latency(1), latency(2_001), 0, 1, 0)).contains("registrations");
        assertThat(broken(latency(1_001), latency(1), 0, 1, 0)).contains("p99");
        assertThat(broken(latency(10), latency(1), 0.011, 1, 0)).contains("failed");
    }

    @Test
    void stopsARampThatIsNotSentOrLeavesTasksOpen() {
        assertThat(broken(latency(1), latency(1), 0, 0.99, 29_000)).isEmpty();
        assertThat(broken(latency(1), latency(1), 0, 0.989, 0)).contains("98.9 % of the arrivals");
        assertThat(broken(latency(1), latency(1), 0, 1, -1)).contains("open 30 s after the step");
    }

    private static String broken(
            Recorder.Latency name, Recorder.Latency registration, double failed, double sent, long drained) {
        return Ramp.broken(new Ramp.Figures(name, registration, failed, sent, drained), 1);
    }

    @Test
    void breaksByOneParkedTaskAndWhenNobodyKnows() {
        assertThat(broken(figures(1, 0, 100, COMPLETE, NOBODY_WRONG, 0, 1)))
                .containsExactly("no detection was given up");
        assertThat(broken(figures(1, 0, 100, COMPLETE, NOBODY_WRONG, 0, -1)))
                .containsExactly("no detection was given up");
    }

    @Test
    void remembersTasksThatWereParkedAtAnyTime() {
        assertThat(Depth.mostParked(List.of())).isEqualTo(-1);
        assertThat(Depth.mostParked(List.of(
                        new Depth.Look(0, 1, 0, 0, 3),
                        new Depth.Look(1, 1, 2, 0, 3),
                        new Depth.Look(2, -1, -1, -1, -1))))
                .isEqualTo(2);
    }
}
