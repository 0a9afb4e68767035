package org.polyonym.simulation.faults;

import java.util.List;
import java.util.stream.Collectors;

/** The runs that there are. */
final class FaultRuns {
    private static final String ALL = "all";
    private static final List<FaultRun> RUNS = List.of(
            new Calm(),
            new KillOne(),
            new KillMigrating(),
            new KillTwo(),
            new KillAll(),
            new Rolling(),
            new Database(),
            new Partition(),
            new Concurrent());

    private FaultRuns() {}

    /** By name; "all", or nothing, for all of them. */
    static List<FaultRun> named(List<String> names) {
        if (names.isEmpty() || names.contains(ALL)) {
            return RUNS;
        }
        return names.stream().map(FaultRuns::named).toList();
    }

    private static FaultRun named(String name) {
        return RUNS.stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FaultsException("no run is called '" + name + "'; there are "
                        + RUNS.stream().map(FaultRun::name).collect(Collectors.joining(", ")) + ", " + ALL));
    }
}
