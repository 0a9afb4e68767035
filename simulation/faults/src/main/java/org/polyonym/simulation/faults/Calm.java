package org.polyonym.simulation.faults;

/** The load without a fault: what it takes when nothing breaks, and that the checker holds then. */
final class Calm implements FaultRun {
    @Override
    public String name() {
        return "calm";
    }

    @Override
    public String proves() {
        return "without a fault every claim holds";
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.waitFor(1);
    }
}
