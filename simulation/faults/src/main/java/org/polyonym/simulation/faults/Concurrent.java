package org.polyonym.simulation.faults;

/** No fault but the one of time: both registrations of a person at the same moment, at different nodes. */
final class Concurrent implements FaultRun {
    private static final int AT_ONCE = 4;

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
}
