package org.polyonym.simulation.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands after {@code ./polyonym faults}.
 *
 * @param root of the project
 * @param home of the cluster
 * @param runs by name, in order
 * @param duration of the load
 * @param rate requests a second
 * @param seed of names and order
 * @param pairs persons of the run "concurrent"
 * @param inside whether this is the second process of a run in namespaces
 * @param running whether to take the platform that runs in the home instead of booting a new one
 */
record Settings(
        Path root,
        Path home,
        List<String> runs,
        Duration duration,
        double rate,
        long seed,
        int pairs,
        boolean inside,
        boolean running) {
    static final int DEFAULT_PAIRS = 1_000;
    private static final List<String> FLAGS = List.of("--quick", "--running", "--inside");
    private static final int DEFAULT_SECONDS = 40;
    private static final int QUICK_SECONDS = 20;
    private static final String QUICK_RUN = "kill-one";
    private static final double DEFAULT_RATE = 5;
    private static final long DEFAULT_SEED = 1;

    static Settings parse(List<String> arguments) {
        Path root = Path.of("").toAbsolutePath();
        Path home = null;
        List<String> runs = new ArrayList<>();
        int seconds = DEFAULT_SECONDS;
        double rate = DEFAULT_RATE;
        long seed = DEFAULT_SEED;
        int pairs = DEFAULT_PAIRS;
        boolean inside = false;
        boolean running = false;
        boolean quick = false;
        for (int i = 0; i < arguments.size(); i++) {
            String each = arguments.get(i);
            switch (each) {
                case "--root" -> root = Path.of(value(arguments, i));
                case "--home" -> home = Path.of(value(arguments, i)).toAbsolutePath();
                case "--duration" -> seconds = (int) number(each, value(arguments, i));
                case "--rate" -> rate = number(each, value(arguments, i));
                case "--seed" -> seed = (long) number(each, value(arguments, i));
                case "--pairs" -> pairs = (int) number(each, value(arguments, i));
                case "--inside" -> inside = true;
                case "--running" -> running = true;
                case "--quick" -> quick = true;
                default -> {
                    if (each.startsWith("-")) {
                        throw new FaultsException("unknown option '" + each + "'; see ./polyonym faults --help");
                    }
                    runs.add(each);
                }
            }
            if (each.startsWith("--") && !FLAGS.contains(each)) {
                i++;
            }
        }
        if (quick) {
            requireNothingElse(runs, arguments);
            runs.add(QUICK_RUN);
            seconds = QUICK_SECONDS;
        }
        return new Settings(
                root,
                home == null ? root.resolve("target/run/faults") : home,
                List.copyOf(runs),
                Duration.ofSeconds(seconds),
                rate,
                seed,
                pairs,
                inside,
                running);
    }

    private static void requireNothingElse(List<String> runs, List<String> arguments) {
        if (!runs.isEmpty()) {
            throw new FaultsException("--quick is " + QUICK_RUN + " alone: leave out " + String.join(" ", runs));
        }
        if (arguments.contains("--duration")) {
            throw new FaultsException("--quick has " + QUICK_SECONDS + " seconds of load: leave out --duration");
        }
    }

    private static String value(List<String> arguments, int option) {
        // The launcher's own options stand behind the user's.
        if (option + 1 == arguments.size() || arguments.get(option + 1).startsWith("--")) {
            throw new FaultsException(arguments.get(option) + " needs a value");
        }
        return arguments.get(option + 1);
    }

    private static double number(String option, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new FaultsException(option + " needs a number above 0, not '" + text + "'", notANumber);
        }
        throw new FaultsException(option + " needs a number above 0, not " + text);
    }

    /** The call of the second process that a run in namespaces needs, with a home of its own. */
    List<String> forInside(String run) {
        return List.of(
                run,
                "--inside",
                "--root",
                root.toString(),
                "--home",
                home.resolveSibling(home.getFileName() + "-" + run).toString(),
                "--duration",
                Long.toString(duration.toSeconds()),
                "--rate",
                Double.toString(rate),
                "--seed",
                Long.toString(seed));
    }

    Path results() {
        return root.resolve("target/faults");
    }

    Path prints() {
        return root.resolve("target/fingerprints");
    }
}
