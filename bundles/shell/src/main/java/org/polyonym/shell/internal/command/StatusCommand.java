package org.polyonym.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.polyonym.health.Finding;
import org.polyonym.health.PlatformHealth;

/** {@code polyonym:status}: ready, or what is not up. */
@Service
@Command(
        scope = "polyonym",
        name = "status",
        description = "Says whether the platform is ready, and if not, what is not up")
public final class StatusCommand implements Action {
    @Reference
    private PlatformHealth health;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        List<Finding> findings = health.findings();
        session.getConsole().println(findings.isEmpty() ? "ready" : "not ready: " + findings.size() + " not up");
        for (Finding each : findings) {
            session.getConsole().println(each.subject() + ": " + each.reason());
            session.getConsole().println("    remedy: " + each.remedy());
        }
        return null;
    }
}
