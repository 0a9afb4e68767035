package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import org.polyonym.simulation.faults.checker.CheckerMain;

/** No fault but the one of time: both registrations of a person at the same moment, at different nodes. */
final class Concurrent implements FaultRun {
    private static final int AT_ONCE = 4;
    private static final int WHOLE = 100;
    private static final int LEAST_LINKED = 99;

    @Override
    public String name() {
        return "concurrent";
    }

    @Override
    public String proves() {
        return "two registrations of one person at the same moment at different nodes always link, once";
    }

    @Override
    public int people(Settings settings) {
        return settings.pairs();
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        long began = stage.history().now();
        stage.load().pairs(stage.people(), AT_ONCE);
        stage.figure(
                "pairs registered at the same moment",
                Integer.toString(stage.people().size()));
        stage.figureSince("time of their registration", began);
    }

    @Override
    public void conclude(Stage stage, JsonNode verdict) {
        long asked = stage.people().size();
        long linked = verdict.path(CheckerMain.LINKED_PAIRS).asLong();
        stage.figure("pairs linked once, of those asked for", linked + " of " + asked);
        if (isTooFew(linked, asked)) {
            stage.fail("only " + linked + " of " + asked + " pairs asked for were linked");
        }
    }

    /** Registrations that got in nowhere are no breach of a claim; a run that lacks many of them has not been one. */
    static boolean isTooFew(long linked, long asked) {
        return linked * WHOLE < asked * LEAST_LINKED;
    }
}
