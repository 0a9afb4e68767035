package org.polyonym.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorState;
import org.polyonym.model.SystemId;

/** {@code polyonym:connectors}: every connector of this node, and why one is not asked. */
@Service
@Command(scope = "polyonym", name = "connectors", description = "Lists connectors with their condition and its reason")
public final class ConnectorsCommand implements Action {
    @Reference
    private ConnectorDesk desk;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("no connectors");
        List.of("System", "Bundle", "Version", "Condition", "Heals", "Inside", "Reason")
                .forEach(table::column);
        for (ConnectorState each : desk.connectors()) {
            table.addRow()
                    .addContent(
                            each.system().map(SystemId::text).orElse(""),
                            each.bundle(),
                            each.version(),
                            each.condition(),
                            each.heals() ? "by itself" : "when released",
                            each.inside(),
                            each.reason());
        }
        table.print(session.getConsole());
        return null;
    }
}
