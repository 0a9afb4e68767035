package org.polyonym.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands after a command.
 *
 * @param mode empty if not given
 * @param home empty if not given
 * @param port 0 for any
 * @param nodes of a cluster; 0 if not given
 * @param node one of a cluster, from 1; 0 if not given
 * @param database empty if not given
 * @param rest what the command itself reads or passes on
 */
record Options(
        Optional<String> mode,
        Optional<Path> home,
        int port,
        boolean demo,
        boolean fresh,
        boolean noBuild,
        boolean help,
        int nodes,
        int node,
        Optional<String> database,
        List<String> rest) {
    private static final Set<String> MODES = Set.of(Home.DEFAULT_MODE, "2016");
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_NODES = 9;

    static Options parse(List<String> arguments) throws Failure {
        Reader in = new Reader(arguments);
        Optional<String> mode = Optional.empty();
        Optional<Path> home = Optional.empty();
        int port = 0;
        boolean demo = false;
        boolean fresh = false;
        boolean noBuild = false;
        boolean help = false;
        int nodes = 0;
        int node = 0;
        Optional<String> database = Optional.empty();
        List<String> rest = new ArrayList<>();
        while (in.hasNext()) {
            String each = in.next();
            switch (each) {
                case "--mode" -> mode = Optional.of(mode(in.value(each)));
                case "--home" ->
                    home = Optional.of(Path.of(in.value(each)).toAbsolutePath().normalize());
                case "--port" -> port = number(each, in.value(each), HIGHEST_PORT);
                case "--nodes" -> nodes = number(each, in.value(each), MOST_NODES);
                case "--node" -> node = number(each, in.value(each), MOST_NODES);
                case "--database" -> database = Optional.of(in.value(each));
                case "--demo" -> demo = true;
                case "--fresh" -> fresh = true;
                case "--no-build" -> noBuild = true;
                case "--help", "-h" -> help = true;
                default -> rest.add(each);
            }
        }
        return new Options(mode, home, port, demo, fresh, noBuild, help, nodes, node, database, List.copyOf(rest));
    }

    /** The home asked for, or that of the mode asked for. */
    Home home(Project project) {
        return new Home(home.orElseGet(() -> project.run().resolve(modeOrDefault())));
    }

    String modeOrDefault() {
        return mode.orElse(Home.DEFAULT_MODE);
    }

    boolean namesOne() {
        return mode.isPresent() || home.isPresent();
    }

    void requireNoRest(String command) throws Failure {
        if (!rest.isEmpty()) {
            throw wrong("unknown option '" + rest.getFirst() + "'; see ./polyonym " + command + " --help");
        }
    }

    private static String mode(String text) throws Failure {
        if (!MODES.contains(text)) {
            throw wrong("unknown mode '" + text + "': interoperable or 2016");
        }
        return text;
    }

    private static int number(String option, String text, int highest) throws Failure {
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(option + " needs a number from 1 to " + highest + ", not '" + text + "'");
        }
        throw wrong(option + " needs a number from 1 to " + highest + ", not " + text);
    }

    private static Failure wrong(String message) {
        return new Failure(Failure.WRONG_CALL, message);
    }

    private static final class Reader {
        private final List<String> arguments;
        private int next;

        Reader(List<String> arguments) {
            this.arguments = arguments;
        }

        boolean hasNext() {
            return next < arguments.size();
        }

        String next() {
            return arguments.get(next++);
        }

        String value(String option) throws Failure {
            if (!hasNext()) {
                throw wrong(option + " needs a value");
            }
            return next();
        }
    }
}
