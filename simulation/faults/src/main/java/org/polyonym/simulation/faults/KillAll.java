package org.polyonym.simulation.faults;

/** Every node at once, then a start. */
final class KillAll implements FaultRun {
    private static final double BEFORE = 0.4;
    private static final long DOWN_MILLIS = 3_000;

    @Override
    public String name() {
        return "kill-all";
    }

    @Override
    public String proves() {
        return "losing every node at once loses nothing";
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.waitFor(BEFORE);
        String[] all = stage.cluster().nodes().stream().map(node -> node.name()).toArray(String[]::new);
        long killed = stage.kill(all);
        Thread.sleep(DOWN_MILLIS);
        Thread watch = stage.watchDetections(killed, stage.cluster().nodes());
        stage.revive(killed);
        watch.join();
    }
}
