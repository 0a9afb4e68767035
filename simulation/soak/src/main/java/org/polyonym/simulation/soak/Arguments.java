package org.polyonym.simulation.soak;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a soak was asked for.
 *
 * @param soak deploy or components
 * @param home of the platform
 * @param out folder of the result
 * @param jar the connector that is deployed
 * @param cycles changes
 * @param rate requests a second
 */
record Arguments(String soak, Path home, Path out, Path jar, int cycles, int rate) {
    static final String DEPLOY = "deploy";
    private static final List<String> SOAKS = List.of(DEPLOY, "components");
    private static final Set<String> KNOWN = Set.of("--home", "--out", "--jar", "--cycles", "--rate");
    private static final int DEFAULT_CYCLES = 20;
    private static final int DEFAULT_RATE = 200;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if the call is wrong; the message names what
     */
    static Arguments of(String... args) {
        if (args.length == 0 || !SOAKS.contains(args[0])) {
            throw new IllegalArgumentException(
                    "which soak: deploy or components" + (args.length == 0 ? "" : ", not '" + args[0] + "'"));
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("unknown option '" + args[i] + "'; ./polyonym soak --help");
            }
            // The launcher's own options stand behind the user's.
            if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            values.put(args[i], args[i + 1]);
        }
        return new Arguments(
                args[0],
                path(values, "--home"),
                path(values, "--out"),
                path(values, "--jar"),
                number(values, "--cycles", DEFAULT_CYCLES),
                number(values, "--rate", DEFAULT_RATE));
    }

    private static Path path(Map<String, String> values, String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return Path.of(values.get(name));
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        String text = values.getOrDefault(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " needs a whole number above 0, not '" + text + "'", notANumber);
        }
        throw new IllegalArgumentException(name + " needs a whole number above 0, not " + text);
    }
}
