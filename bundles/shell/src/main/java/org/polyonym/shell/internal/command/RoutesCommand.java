package org.polyonym.shell.internal.command;

import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.polyonym.health.RouteCount;
import org.polyonym.health.RouteCounts;

/** {@code polyonym:routes}: every running route and what it has done. */
@Service
@Command(
        scope = "polyonym",
        name = "routes",
        description = "Lists the routes of all components with their exchange counts")
public final class RoutesCommand implements Action {
    @Reference(optional = true)
    private List<RouteCounts> contexts;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("no routes are running");
        List.of("Context", "Route", "Completed", "Failed", "In flight").forEach(table::column);
        List<RouteCounts> running = contexts == null ? List.of() : contexts;
        running.stream().sorted(Comparator.comparing(RouteCounts::context)).forEach(context -> {
            for (RouteCount each : context.counts()) {
                table.addRow()
                        .addContent(context.context(), each.route(), each.completed(), each.failed(), each.inFlight());
            }
        });
        table.print(session.getConsole());
        return null;
    }
}
