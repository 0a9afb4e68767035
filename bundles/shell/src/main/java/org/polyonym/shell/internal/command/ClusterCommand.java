package org.polyonym.shell.internal.command;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.polyonym.health.DerivedState;
import org.polyonym.shell.internal.ClusterState;
import org.polyonym.shell.internal.ClusterWatch;

/** {@code polyonym:cluster}: the nodes, what each holds, and the work that waits. */
@Service
@Command(
        scope = "polyonym",
        name = "cluster",
        description = "Lists the nodes, what each holds, and the work that waits")
public final class ClusterCommand implements Action {
    @Reference
    private ClusterWatch watch;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        ClusterState state = watch.look();
        PrintStream out = session.getConsole();
        out.println(state.self() + " sees " + state.nodes().size() + " of " + state.size() + " nodes: "
                + (state.majority() ? "a majority" : "no majority, writes are refused"));
        ShellTable nodes = new ShellTable();
        List.of("Node", "Id", "Since", "Owns", "Structure", "Shards", "Behind").forEach(nodes::column);
        state.nodes().forEach(node -> add(nodes, node));
        nodes.print(out);
        state.tasks()
                .ifPresentOrElse(tasks -> print(out, state, tasks), () -> out.println("the store does not answer"));
        return null;
    }

    private static void add(ShellTable table, ClusterState.Node node) {
        String since = node.facts().map(facts -> facts.since().toString()).orElse("does not answer");
        table.addRow()
                .addContent(
                        node.member().name(),
                        node.member().id(),
                        since,
                        node.owned().size(),
                        "",
                        "",
                        "");
        node.facts().ifPresent(facts -> {
            for (DerivedState each : facts.structures()) {
                table.addRow()
                        .addContent(
                                "", "", "", "", each.structure(), each.shards().size(), each.behind());
            }
        });
    }

    private static void print(PrintStream out, ClusterState state, ClusterState.Tasks tasks) {
        tasks.depth().forEach((queue, depth) -> out.println("queue " + queue + ": " + depth));
        tasks.claimed()
                .forEach((worker, count) ->
                        out.println("claimed by " + state.nodeOf(worker).orElse("a node that is gone") + ": " + count));
    }
}
