package org.polyonym.launcher;

import java.util.Map;

/** The help texts. */
final class Usage {
    static final String ALL = """
            Polyonym finds people who live under many identities.

              ./polyonym demo        build, boot, replay the Berlin case in both modes, write a report
              ./polyonym test        every unit test and every scenario against the booted distribution

              campaign | faults | soak                                  proofs under load, each with --help
              new-connector | check-connector                          for agencies
              deploy | replace | undeploy | release | connectors       for connectors of a running platform
              start | stop | restart | status | logs | token           for its operator
              scenarios | help""";

    private static final Map<String, String> COMMANDS = Map.of(
            "start",
            """
            polyonym start [--mode interoperable|2016] [--demo] [--port N] [--home DIR] [--fresh] [--no-build]
                           [--nodes N [--database postgresql://USER:PASSWORD@HOST/NAME] | --node K]
              Builds what is stale, boots the distribution on loopback and returns when it is ready.
              --mode      the edition of the rules; default interoperable
              --demo      accept tokens of the demo issuer, and let the legal clock be set (VIRTUAL TIME)
              --port      HTTP port; default: a free one
              --home      where the installation and its data live; default target/run/<mode>
              --fresh     throw away what that home holds first
              --no-build  take what is built, however old
              --nodes     a cluster of N nodes (1 to 9) over one PostgreSQL; node K has its home in <home>/node-K and, with
                          --port, the port N+K-1. Given again it starts what is down
              --database  that PostgreSQL (password also from PGPASSWORD); without it the cluster gets a server of its own
                          in <home>/postgresql, on loopback, with a random password
              --node      only node K of a cluster that is there
              The address is printed and kept in <home>/instance.env, the addresses of a cluster in <home>/cluster.env.""",
            "stop",
            """
            polyonym stop [--mode M | --home DIR] [--node K]
              Stops that instance or cluster, or node K of it; without options, all in target/run. Each finishes the
              requests under way. A cluster's own PostgreSQL stops last, and goes on while a single node is stopped.""",
            "restart",
            """
            polyonym restart --rolling [--mode M | --home DIR] [--no-build]
              Restarts the nodes of a cluster one after another. A node goes when all others are ready, finishes its
              requests, and the next waits until it is ready again and has caught up. docs/CLIENTS.md says how clients
              pass over to another node.""",
            "status",
            """
            polyonym status [--mode M | --home DIR]
              What runs, where, and if it is not ready, why; of a cluster also members, majority, who holds which shards,
              how far derived structures are behind, queues, database. Exit status 0 ready, 1 not ready or a node of a
              cluster is down, 3 nothing runs.""",
            "logs",
            """
            polyonym logs [-f] [--mode M | --home DIR] [--node K]
              Prints the log of an instance, or of all nodes or node K of a cluster; -f goes on with what is added.""",
            "token",
            """
            polyonym token [--mode M | --home DIR] --authority KIND --state CODE --user ID --purposes A,B [--minutes N]
              Prints a token of the demo issuer of an instance started with --demo.""",
            "demo",
            """
            polyonym demo [--fingerprints DIR] [--seed N] [--no-build]
              Boots both modes, replays case BER-14 through the public interface, writes target/demo/report.html and
              target/demo/result.json, stops what it started. DIR holds real prints named <finger>_<impression>.png
              (also: POLYONYM_FINGERPRINTS); without it the prints are generated.""",
            "test",
            """
            polyonym test [MAVEN OPTION...]
              Every unit test, then every scenario against the booted distribution. What could not be run here is named
              at the end, and then the exit status is not 0.""",
            "scenarios",
            """
            polyonym scenarios [--tags T] [--mode M | --home DIR] [FILE...]
              Runs feature files, or the library, against a running platform started with --demo.""");

    private Usage() {}

    static String of(String command) {
        return switch (command) {
            case "campaign" -> CampaignCommand.USAGE;
            case "faults" -> FaultsCommand.HELP;
            default ->
                COMMANDS.getOrDefault(
                        command,
                        OperatorCommand.HELP.getOrDefault(command, KitCommands.HELP.getOrDefault(command, ALL)));
        };
    }
}
