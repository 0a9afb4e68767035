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
        List<String> rest) {
    private static final Set<String> MODES = Set.of(Home.DEFAULT_MODE, "2016");
    private static final int HIGHEST_PORT = 65_535;

    static Options parse(List<String> arguments) throws Failure {
        Reader in = new Reader(arguments);
        Optional<String> mode = Optional.empty();
        Optional<Path> home = Optional.empty();
        int port = 0;
        boolean demo = false;
        boolean fresh = false;
        boolean noBuild = false;
        boolean help = false;
        List<String> rest = new ArrayList<>();
        while (in.hasNext()) {
            String each = in.next();
            switch (each) {
                case "--mode" -> mode = Optional.of(mode(in.value(each)));
                case "--home" ->
                    home = Optional.of(Path.of(in.value(each)).toAbsolutePath().normalize());
                case "--port" -> port = port(in.value(each));
                case "--demo" -> demo = true;
                case "--fresh" -> fresh = true;
                case "--no-build" -> noBuild = true;
                case "--help", "-h" -> help = true;
                default -> rest.add(each);
            }
        }
        return new Options(mode, home, port, demo, fresh, noBuild, help, List.copyOf(rest));
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

    private static int port(String text) throws Failure {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong("--port needs a number from 1 to " + HIGHEST_PORT + ", not '" + text + "'");
        }
        throw wrong("--port needs a number from 1 to " + HIGHEST_PORT + ", not " + text);
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
