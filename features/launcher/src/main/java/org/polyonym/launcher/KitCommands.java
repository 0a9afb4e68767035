package org.polyonym.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands for agencies, done by the module {@code kit}. */
final class KitCommands {
    static final Map<String, String> HELP = Map.of(
            "new-connector", """
            polyonym new-connector NAME [--dir DIR] [--no-build]
              Makes the project of a connector that builds, passes check-connector and can be deployed as it stands.
              NAME   small letters, digits and dashes, such as harbour-register; the system gets it in capitals
              --dir  where; default ./NAME; must be empty or not there""",
            "check-connector", """
            polyonym check-connector FILE.jar [--kit FILE] [--only REGEX] [--report DIR] [--no-build]
              Runs a connector in an OSGi framework of its own and checks what any connector must keep: its description,
              limits, deadlines, own law, bad queries, coming and going. No platform is needed.
              --kit     who is found and who is hidden; default kit.json beside the jar or in the folder above
              --only    scenarios whose name contains this regular expression
              --report  where report.html and report.json go; default target/kit
              Exit status 0 compatible, 1 not, 2 wrong call.""");

    /** Little, so that a connector which asks for far too much is refused it. */
    private static final String HEAP = "-Xmx512m";

    private KitCommands() {}

    /** The Java command of {@code new-connector} or {@code check-connector}, without the JVM itself. */
    static List<String> command(String command, Project project, List<String> rest) {
        List<String> all = new ArrayList<>(
                List.of(HEAP, "--sun-misc-unsafe-memory-access=allow", "-cp", project.classPath("kit")));
        if (command.equals("new-connector")) {
            all.add("org.polyonym.kit.NewConnectorMain");
        } else {
            all.add("org.polyonym.kit.KitMain");
            all.addAll(List.of("--report", project.target().resolve("kit").toString()));
        }
        all.addAll(rest);
        return all;
    }
}
