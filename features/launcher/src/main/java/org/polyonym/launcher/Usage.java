package org.polyonym.launcher;

import java.util.Map;

/** The help texts. */
final class Usage {
    static final String ALL = """
            Polyonym finds people who live under many identities.

              ./polyonym demo        build, boot, replay the Berlin case in both modes, write a report
              ./polyonym test        every unit test and every scenario against the booted distribution

              new-connector | check-connector                               for agencies, each with --help
              deploy | replace | undeploy | release | connectors                for connectors, each with --help
              start | stop | status | logs | token | scenarios | help      each with --help""";

    private static final Map<String, String> COMMANDS = Map.of(
            "start", """
            polyonym start [--mode interoperable|2016] [--demo] [--port N] [--home DIR] [--fresh] [--no-build]
              Builds what is stale, boots the distribution on loopback and returns when it is ready.
              --mode      the edition of the rules; default interoperable
              --demo      accept tokens of the demo issuer, and let the legal clock be set (VIRTUAL TIME)
              --port      HTTP port; default: a free one
              --home      where the installation and its data live; default target/run/<mode>
              --fresh     throw away what that home holds first
              --no-build  take what is built, however old
              The address is printed and kept in <home>/instance.env.""",
            "stop", """
            polyonym stop [--mode M | --home DIR]
              Stops that instance; without options, all in target/run.""",
            "status", """
            polyonym status [--mode M | --home DIR]
              What runs, where, and if it is not ready, why. Exit status 0 ready, 1 not ready, 3 nothing runs.""",
            "logs", """
            polyonym logs [-f] [--mode M | --home DIR]
              Prints the log of an instance; -f goes on with what is added.""",
            "token", """
            polyonym token [--mode M | --home DIR] --authority KIND --state CODE --user ID --purposes A,B [--minutes N]
              Prints a token of the demo issuer of an instance started with --demo.""",
            "demo", """
            polyonym demo [--fingerprints DIR] [--seed N] [--no-build]
              Boots both modes, replays case BER-14 through the public interface, writes target/demo/report.html and
              target/demo/result.json, stops what it started. DIR holds real prints named <finger>_<impression>.png
              (also: POLYONYM_FINGERPRINTS); without it the prints are generated.""",
            "test", """
            polyonym test [MAVEN OPTION...]
              Every unit test, then every scenario against the booted distribution. What could not be run here is named
              at the end, and then the exit status is not 0.""",
            "scenarios", """
            polyonym scenarios [--tags T] [--mode M | --home DIR] [FILE...]
              Runs feature files, or the library, against a running platform started with --demo.""");

    private Usage() {}

    static String of(String command) {
        return COMMANDS.getOrDefault(
                command, OperatorCommand.HELP.getOrDefault(command, KitCommands.HELP.getOrDefault(command, ALL)));
    }
}
