package org.polyonym.simulation.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Platform;

/**
 * {@code SoakMain deploy|components --home DIR --out DIR --jar FILE [--cycles N] [--rate N]}. With {@code --check} first it
 * says whether the call is right, and neither needs nor asks a platform.
 */
public final class SoakMain {
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;
    /** In front of the other arguments. */
    private static final String CHECK = "--check";

    private SoakMain() {}

    /** Exit status 0 when nobody was disturbed and nothing was left behind. */
    public static void main(String[] arguments) throws Exception {
        System.exit(status(arguments));
    }

    /** Exit status; says on the console what is wrong. */
    static int status(String... args) throws IOException, InterruptedException {
        try {
            if (args.length > 0 && args[0].equals(CHECK)) {
                Arguments.of(Arrays.copyOfRange(args, 1, args.length));
                return 0;
            }
            return run(Arguments.of(args));
        } catch (HarnessException e) {
            System.err.println("soak: " + e.getMessage());
            return FAILED;
        } catch (IllegalArgumentException e) {
            System.err.println("soak: " + e.getMessage());
            return WRONG_CALL;
        }
    }

    private static int run(Arguments arguments) throws IOException, InterruptedException {
        Path home = arguments.home();
        int cycles = arguments.cycles();
        int rate = arguments.rate();
        Platform platform = Platform.at(home);
        Requests requests = new Requests(platform);
        SoakResult result;
        try (Jvm jvm = Jvm.attach(pid(home))) {
            result = arguments.soak().equals(Arguments.DEPLOY)
                    ? new DeploySoak(requests, jvm, rate, arguments.jar()).run(cycles)
                    : new ComponentSoak(platform, requests, jvm, rate).run(cycles);
        }
        return report(result, arguments.out());
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
}
