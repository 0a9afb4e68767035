package org.polyonym.simulation.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Platform;

/** {@code SoakMain deploy|components --home DIR --out DIR --jar FILE [--cycles N] [--rate N]}. */
public final class SoakMain {
    private static final Set<String> OPTIONS = Set.of("--home", "--out", "--jar", "--cycles", "--rate");
    private static final int DEFAULT_CYCLES = 20;
    private static final int DEFAULT_RATE = 200;
    private static final int EXIT_USAGE = 2;

    private SoakMain() {}

    /** Exit status 0 when nobody was disturbed and nothing was left behind. */
    public static void main(String[] arguments) throws Exception {
        int status;
        try {
            status = run(arguments);
        } catch (HarnessException e) {
            System.err.println("soak: " + e.getMessage());
            status = 1;
        } catch (IllegalArgumentException e) {
            System.err.println("soak: " + e.getMessage());
            status = EXIT_USAGE;
        }
        System.exit(status);
    }

    private static int run(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0 || !List.of("deploy", "components").contains(arguments[0])) {
            throw new IllegalArgumentException("which soak: deploy or components");
        }
        Map<String, String> options = options(arguments);
        Path home = Path.of(options.get("--home"));
        int cycles = number(options, "--cycles", DEFAULT_CYCLES);
        int rate = number(options, "--rate", DEFAULT_RATE);
        Platform platform = Platform.at(home);
        Requests requests = new Requests(platform);
        SoakResult result;
        try (Jvm jvm = Jvm.attach(pid(home))) {
            result = arguments[0].equals("deploy")
                    ? new DeploySoak(requests, jvm, rate, Path.of(options.get("--jar"))).run(cycles)
                    : new ComponentSoak(platform, requests, jvm, rate).run(cycles);
        }
        return report(result, Path.of(options.get("--out")));
    }

    private static int report(SoakResult result, Path out) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(result.soak() + ".json"), Json.write(result));
        Path page = out.resolve(result.soak() + ".html");
        Files.writeString(page, SoakPage.of(result));
        result.rows().forEach(row -> System.out.printf("%-58s %12s %12s%n", row.get(0), row.get(1), row.get(2)));
        result.failures().forEach(failure -> System.out.println("failed: " + failure));
        result.faults().forEach(fault -> System.out.println("NOT AS IT MUST BE: " + fault));
        System.out.println(page);
        return result.faults().isEmpty() ? 0 : 1;
    }

    private static String pid(Path home) throws IOException {
        return Files.readAllLines(home.resolve("instance.env")).stream()
                .filter(line -> line.startsWith("pid="))
                .map(line -> line.substring("pid=".length()))
                .findFirst()
                .orElseThrow(() -> new HarnessException("no running platform in " + home));
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("cannot read " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        try {
            int number = Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " needs a number", notANumber);
        }
        throw new IllegalArgumentException(name + " needs a positive number");
    }
}
