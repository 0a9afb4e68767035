package org.polyonym.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands of an operator: done by a program of their own, which talks to the running platform. */
final class OperatorCommand {
    private static final String PUT = """
            polyonym deploy FILE.jar [--access FILE.tsv] [--dry-run] [--yes] [--token-file FILE] [--mode M | --home DIR]
            polyonym replace FILE.jar ...
              Shows what would be done with a connector and does it, on every node, while the platform runs.
              --access      rows of the table access for the connector's own system; replace without it keeps the rows
              --dry-run     shows the plan only
              --yes         asks nothing
              --token-file  a file with an operator's token; a demo makes its own""";

    /** The help texts. */
    static final Map<String, String> HELP = Map.of(
            "deploy", PUT,
            "replace", PUT,
            "undeploy", """
            polyonym undeploy NAME [--yes] [--token-file FILE] [--mode M | --home DIR]
              Takes a connector out on every node, with its access rows; calls inside end first.""",
            "release", """
            polyonym release NAME [--token-file FILE] [--mode M | --home DIR]
              Releases a connector from quarantine on every node.""",
            "soak", """
            polyonym soak deploy|components [--cycles N] [--rate N] [--mode M | --home DIR]
              deploy      replaces and removes a connector under load, one search inside it and fifty elsewhere each time
              components  stops, starts and updates detector, portal and SIS under load
              --cycles    changes, default 20; --rate requests a second, default 200
              Against the running demo that is named, else one that it boots itself and stops again; writes target/soak/*.json and *.html. Exit status 0 when no
              request failed that did not need to and class loaders, threads and metaspace are back at their base, 2 when
              the call is wrong.""",
            "connectors", """
            polyonym connectors [--token-file FILE] [--mode M | --home DIR]
              Lists all connectors with their condition, per node, and the reason of a quarantine.""");

    private OperatorCommand() {}

    static void requireSoak(Options options) throws Failure {
        if (options.rest().isEmpty()) {
            throw new Failure(Failure.WRONG_CALL, "which soak: ./polyonym soak --help");
        }
    }

    /** What the soak is called with. */
    static List<String> soak(Options options, Home home, Project project) throws IOException {
        List<String> all = new ArrayList<>(options.rest());
        all.addAll(List.of(
                "--home", home.path().toString(),
                "--out", project.target().resolve("soak").toString(),
                "--jar", project.soakConnector().toString()));
        return all;
    }

    /** What its program is called with. */
    static List<String> arguments(String command, Options options, Project project) {
        List<String> all = new ArrayList<>(
                List.of(command, "--home", options.home(project).path().toString()));
        all.addAll(options.rest());
        return all;
    }
}
