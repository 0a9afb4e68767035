package org.polyonym.perf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a campaign was asked for.
 *
 * @param caseId the hidden case, empty for a ramp
 * @param searches arrivals per second
 * @param biometric arrivals per second, part of the searches
 * @param registrations arrivals per second
 * @param duration of the load, or of one step of a ramp
 * @param seed of people, prints and choices
 * @param scale what the goals in milliseconds are multiplied with
 * @param killAt seconds after which one node is killed
 * @param ramp whether the rate is raised until something breaks
 * @param homes of the nodes, one or more
 * @param out folder of the result
 * @param cache folder of generated prints
 * @param scenarios class path of the scenario library
 */
record Arguments(
        String caseId,
        double searches,
        double biometric,
        double registrations,
        Duration duration,
        long seed,
        double scale,
        Optional<Integer> killAt,
        boolean ramp,
        List<Path> homes,
        Path out,
        Path cache,
        String scenarios) {
    static final int SHORTEST_SECONDS = 10;
    static final int LONGEST_SECONDS = 7200;
    private static final double HIGHEST_RATE = 10_000;
    /** Searches, biometric ones of them, and registrations when only a rate is given: those of the standard campaign. */
    private static final double[] PARTS = {20.0 / 24, 2.0 / 24, 4.0 / 24};

    private static final List<String> ONE_BY_ONE = List.of("--searches", "--biometric", "--registrations");

    private static final Set<String> KNOWN = Set.of(
            "--case",
            "--rate",
            "--duration",
            "--searches",
            "--biometric",
            "--registrations",
            "--seed",
            "--scale",
            "--kill-one-at",
            "--node-home",
            "--out",
            "--cache",
            "--scenarios");

    static Arguments of(String[] args) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Path> homes = new ArrayList<>();
        boolean ramp = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--ramp")) {
                ramp = true;
            } else if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("unknown option '" + args[i] + "'; ./polyonym campaign --help");
            } else if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                // The launcher's own options stand behind the user's.
                throw new IllegalArgumentException(args[i] + " needs a value");
            } else if (args[i].equals("--node-home")) {
                homes.add(Path.of(args[++i]));
            } else {
                values.put(args[i], args[++i]);
            }
        }
        return of(values, homes, ramp);
    }

    /** How the rates are divided. */
    Mix mix() {
        return Mix.of(searches, biometric, registrations);
    }

    private static Arguments of(Map<String, String> values, List<Path> homes, boolean ramp) {
        if (ramp && (values.containsKey("--case") || values.containsKey("--kill-one-at"))) {
            throw new IllegalArgumentException("--ramp hides no case and kills no node: leave out "
                    + String.join(
                            " and ",
                            values.keySet().stream()
                                    .filter(List.of("--case", "--kill-one-at")::contains)
                                    .toList()));
        }
        if (values.containsKey("--rate")) {
            ONE_BY_ONE.stream().filter(values::containsKey).findFirst().ifPresent(each -> {
                throw new IllegalArgumentException("--rate and " + each + " are alternatives: leave out one");
            });
        }
        double rate = aboveZero("--rate", number(values, "--rate", 24));
        double searches = number(values, "--searches", rate * PARTS[0]);
        double biometric = number(values, "--biometric", searches * PARTS[1] / PARTS[0]);
        double registrations = number(values, "--registrations", rate * PARTS[2]);
        Duration duration = duration(values.getOrDefault("--duration", ramp ? "20s" : "60s"));
        Optional<Integer> killAt =
                Optional.ofNullable(values.get("--kill-one-at")).map(text -> (int) seconds("--kill-one-at", text));
        if (killAt.isPresent() && homes.size() < 2) {
            throw new IllegalArgumentException("--kill-one-at needs a platform of several nodes: --nodes 3");
        }
        if (killAt.filter(at -> at < 0).isPresent()) {
            throw new IllegalArgumentException("--kill-one-at must not be negative");
        }
        if (killAt.filter(at -> at >= duration.toSeconds()).isPresent()) {
            throw new IllegalArgumentException("--kill-one-at lies after the end of the load");
        }
        if (!ramp && !values.containsKey("--case")) {
            throw new IllegalArgumentException("--case ID is missing, e.g. BER-14; ./polyonym campaign --help");
        }
        if (homes.isEmpty()) {
            throw new IllegalArgumentException("no platform: --node-home is missing");
        }
        return new Arguments(
                ramp ? "" : values.get("--case"),
                searches,
                biometric,
                registrations,
                duration,
                (long) number(values, "--seed", 14),
                aboveZero("--scale", number(values, "--scale", 1)),
                killAt,
                ramp,
                List.copyOf(homes),
                Path.of(values.getOrDefault("--out", "target/campaign")),
                Path.of(values.getOrDefault("--cache", "target/fingerprints")),
                values.getOrDefault("--scenarios", ""));
    }

    private static double number(Map<String, String> values, String name, double otherwise) {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= HIGHEST_RATE) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " needs a number, not '" + text + "'", notANumber);
        }
        throw new IllegalArgumentException(name + " must be between 0 and " + (int) HIGHEST_RATE + ", not " + text);
    }

    private static double aboveZero(String name, double value) {
        if (value > 0) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be above 0");
    }

    private static Duration duration(String text) {
        double seconds = seconds("--duration", text);
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException(
                    "--duration must be between " + SHORTEST_SECONDS + "s and " + LONGEST_SECONDS + "s, not " + text);
        }
        return Duration.ofSeconds((long) seconds);
    }

    private static double seconds(String name, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        int factor = plain.endsWith("m") ? 60 : 1;
        String digits = plain.endsWith("m") || plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
        try {
            return Integer.parseInt(digits) * (double) factor;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    name + " needs a time such as 60, 60s or 5m, not '" + text + "'", notANumber);
        }
    }
}
