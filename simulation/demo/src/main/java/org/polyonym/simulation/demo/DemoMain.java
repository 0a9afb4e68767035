package org.polyonym.simulation.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.simulation.europe.Ber14;
import org.polyonym.simulation.europe.GeneratedPrints;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.europe.Population;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.europe.RealPrints;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/**
 * {@code demo --out DIR --home-2016 DIR --home-interoperable DIR [--fingerprints DIR] [--seed N] [--cache DIR]}. Exit status
 * 0 when the interoperable run shows what the law catalogue expects, 1 when it does not, 2 when the call is wrong. With
 * {@code --check} first it says whether the call is right, and neither needs nor asks a platform.
 */
public final class DemoMain {
    private static final long DEFAULT_SEED = 14;
    private static final List<String> MODES = List.of("2016", "interoperable");
    private static final int WRONG_CALL = 2;
    private static final int PROGRESS_EVERY = 40;
    /** In front of the other arguments. */
    private static final String CHECK = "--check";

    private static final Set<String> KNOWN =
            Set.of("--out", "--home-2016", "--home-interoperable", "--fingerprints", "--seed", "--cache");

    private final Map<String, String> options;
    private final Path out;
    private final long seed;

    private DemoMain(Map<String, String> options) {
        this.options = options;
        this.out = Path.of(options.getOrDefault("--out", "target/demo"));
        this.seed = seed(options.getOrDefault("--seed", Long.toString(DEFAULT_SEED)));
    }

    /** Replays and exits. */
    public static void main(String[] args) {
        System.exit(status(args));
    }

    /** Exit status; says on the console what is wrong. */
    static int status(String... args) {
        try {
            return args.length > 0 && args[0].equals(CHECK)
                    ? new DemoMain(read(Arrays.copyOfRange(args, 1, args.length))).check()
                    : new DemoMain(read(args)).run();
        } catch (IllegalArgumentException | UncheckedIOException | HarnessException e) {
            System.err.println("demo: " + e.getMessage());
            return WRONG_CALL;
        }
    }

    private static Map<String, String> read(String[] args) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("unknown option '" + args[i] + "'; ./polyonym demo --help");
            }
            // The launcher's own options stand behind the user's.
            if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--seed needs a whole number, not '" + text + "'", notANumber);
        }
    }

    /** Everything that can be known to be wrong before there is a platform. */
    private int check() {
        real(Population.of(seed, Population.DEFAULT_SIZE), generated());
        return 0;
    }

    private GeneratedPrints generated() {
        return new GeneratedPrints(seed, Path.of(options.getOrDefault("--cache", "target/fingerprints")));
    }

    private Optional<RealPrints> real(List<Person> people, GeneratedPrints generated) {
        try {
            return Optional.ofNullable(options.get("--fingerprints"))
                    .map(dir -> new RealPrints(
                            Path.of(dir),
                            Ber14.ATTACKER,
                            people.stream().map(Person::key).toList(),
                            generated));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IllegalArgumentException("--fingerprints: " + e.getMessage(), e);
        }
    }

    private int run() {
        List<Person> people = Population.of(seed, Population.DEFAULT_SIZE);
        GeneratedPrints generated = generated();
        Optional<RealPrints> real = real(people, generated);
        System.out.println("prints: " + (real.isPresent() ? "real for the attacker" : "generated") + ", seed " + seed);
        generated.prepare(people, (done, total) -> progress("images", done, total));
        Gallery gallery = Gallery.measure(people, real);
        PrintSource prints = real.<PrintSource>map(r -> r).orElse(generated);
        Map<String, ModeResult> results = new LinkedHashMap<>();
        for (String mode : MODES) {
            if (options.containsKey("--home-" + mode)) {
                results.put(mode, replay(mode, people, prints));
            }
        }
        List<String> notRun =
                MODES.stream().filter(m -> !results.containsKey(m)).toList();
        DemoResult result =
                new DemoResult("BER-14", seed, commit(), System.getProperty("java.version"), true, results, notRun);
        write(result, gallery);
        return verdict(results.get("interoperable"));
    }

    private ModeResult replay(String mode, List<Person> people, PrintSource prints) {
        Platform platform = Platform.at(Path.of(options.get("--home-" + mode)));
        platform.reset();
        Latencies latencies = new Latencies();
        System.out.println("\n== mode " + mode + " ==");
        new Background(platform, prints, latencies, Background.BEFORE_BERLIN)
                .load(people, done -> progress("registering the background population", done, people.size()));
        return new Replay(platform, prints, latencies, Officer::register, Timeline::print).run();
    }

    private static void progress(String what, int done, int total) {
        if (done == total || done % PROGRESS_EVERY == 0) {
            System.out.println(what + ": " + done + " of " + total);
        }
    }

    private void write(DemoResult result, Gallery gallery) {
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("result.json"), Json.write(withoutImages(result)));
            Files.writeString(out.resolve("report.html"), new Report(result, gallery).html());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + out, e);
        }
        Timeline.printSideBySide(result);
        System.out.println("\nreport: " + out.resolve("report.html").toAbsolutePath());
        System.out.println("result: " + out.resolve("result.json").toAbsolutePath());
    }

    /** Images are for the report; the result stays readable. */
    private static Object withoutImages(DemoResult result) {
        var tree = Json.MAPPER.valueToTree(result);
        tree.path("modes").forEach(mode -> {
            if (mode instanceof com.fasterxml.jackson.databind.node.ObjectNode node) {
                node.remove("evidence");
            }
        });
        return tree;
    }

    private static int verdict(ModeResult interoperable) {
        if (interoperable == null) {
            System.out.println("the interoperable mode was not run");
            return 1;
        }
        List<String> misses = Expectations.misses(interoperable);
        misses.forEach(miss -> System.out.println("MISSED: " + miss));
        System.out.println(misses.isEmpty() ? "as the law catalogue expects" : misses.size() + " expectations missed");
        return misses.isEmpty() ? 0 : 1;
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD").start();
            String head = new String(git.getInputStream().readAllBytes()).strip();
            return head.isEmpty() ? "unknown" : head;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
