package org.polyonym.launcher;

import java.util.ArrayList;
import java.util.List;

/** {@code ./polyonym faults}: hands over to the module {@code simulation/faults}, which boots its cluster by itself. */
final class FaultsCommand {
    static final String MODULE = "simulation/faults";
    static final String MAIN = "org.polyonym.simulation.faults.FaultsMain";
    static final String HELP = """
            polyonym faults [RUN...] [--home DIR] [--duration S] [--rate N] [--seed N] [--pairs N] [--running] [--quick]
              Boots a new cluster of three nodes, applies a load and a fault, heals, and has an independent checker prove from
              the recorded history and from what the platform holds that nothing was lost, doubled or passed off.
              Without a RUN, and with "all": every one.
              calm            no fault
              kill-one        kill -9 of a node that holds a claimed task and a share of the gallery
              kill-migrating  kill -9 while shares of the gallery move, twice
              kill-two        two of three; the third accepts no writes
              kill-all        all three at once
              rolling         the rolling restart, under load
              database        PostgreSQL away for a minute, then slow, then well
              partition       one node cut off from the two others, wholly and in one direction (Linux, root)
              concurrent      both registrations of a person at the same moment at different nodes, 1,000 times (--pairs)
              --home          of the cluster, thrown away first; default target/run/faults
              --duration      seconds of load; default 40
              --rate          requests a second; default 5
              --seed          of names and order; default 1
              --running       take the cluster that runs in --home, and leave it running
              --quick         kill-one with 20 seconds of load; takes no RUN and no --duration
              Writes target/faults/report.html, result.json and the history of each run. Exit status 0 when all hold, 1 when
              a run failed, 2 when the call is wrong, 3 when with --running nothing runs in --home.""";

    private FaultsCommand() {}

    /** What the module is called with. */
    static List<String> arguments(Project project, Options options) {
        List<String> arguments = new ArrayList<>(options.rest());
        arguments.addAll(List.of("--root", project.root().toString()));
        options.home().ifPresent(home -> arguments.addAll(List.of("--home", home.toString())));
        return arguments;
    }
}
