package org.polyonym.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.polyonym.health.PlatformHealth;

/** {@code polyonym:why NAME}: the chain of reasons from a bundle or component down to its root causes. */
@Service
@Command(scope = "polyonym", name = "why", description = "Explains why a bundle or component is not active")
public final class WhyCommand implements Action {
    @Argument(name = "name", required = true, description = "Bundle or component; the last part of its name is enough")
    private String name;

    @Reference
    private PlatformHealth health;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        List<String> reasons = health.why(name);
        if (reasons.isEmpty()) {
            session.getConsole()
                    .println("no bundle and no component is called " + name + "; see bundle:list, scr:list");
        }
        reasons.forEach(session.getConsole()::println);
        return null;
    }
}
