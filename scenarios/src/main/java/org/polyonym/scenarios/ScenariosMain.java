package org.polyonym.scenarios;

import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polyonym.simulation.harness.Json;

/**
 * {@code scenarios --home DIR [--report DIR] [--tags EXPRESSION] [--keep] [FILE...]}: runs feature files, or the library when
 * none is given, against the running platform in DIR. Each scenario begins with an empty store unless {@code --keep} is given.
 * {@code scenarios --cases} lists the cases of the library, each with the reason why it cannot run with {@code --keep}. Ends with {@code N passed, N failed}; exit status 1 when a scenario failed or
 * none ran, 2 when the call or a tag is wrong.
 */
public final class ScenariosMain {
    /** System property that tells the steps where the platform is. */
    public static final String HOME = "polyonym.home";
    /** System property that tells the steps the launcher, which starts nodes that a scenario has killed. */
    public static final String LAUNCHER = "polyonym.launcher";
    /** System property that is {@code true} when the store must not be emptied. */
    public static final String KEEP = "polyonym.keep";

    private static final String CLUSTER_FILE = "cluster.env";

    private static final String WITHOUT_CLUSTER = "not " + TagRules.CLUSTER;
    private static final int WRONG_CALL = 2;

    private Path home;
    private Path report = Path.of("target");
    private String tags = "";
    private boolean listing;
    private final List<Path> files = new ArrayList<>();

    private ScenariosMain() {}

    /** Runs and exits. */
    public static void main(String[] args) {
        ScenariosMain main = new ScenariosMain();
        int status;
        try {
            main.read(args);
            status = main.run();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println("scenarios: " + e.getMessage());
            status = WRONG_CALL;
        }
        System.exit(status);
    }

    private void read(String[] args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--home" -> home = Path.of(value(args, ++i));
                case "--report" -> report = Path.of(value(args, ++i));
                case "--launcher" -> System.setProperty(LAUNCHER, value(args, ++i));
                case "--tags" -> tags = value(args, ++i);
                case "--keep" -> System.setProperty(KEEP, "true");
                case "--cases" -> listing = true;
                default -> files.add(Path.of(args[i]));
            }
        }
        if (home == null && !listing) {
            throw new IllegalArgumentException("--home DIR is missing: the home of a platform started with --demo");
        }
        if (files.isEmpty()) {
            files.add(library());
        }
    }

    private static String value(String[] args, int i) {
        if (i >= args.length) {
            throw new IllegalArgumentException(args[i - 1] + " needs a value");
        }
        return args[i];
    }

    private static Path library() {
        try {
            return Path.of(ScenariosMain.class.getResource("/features").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the scenario library cannot be found", e);
        }
    }

    private int run() {
        List<Path> features = features();
        checkTags(features);
        if (listing) {
            return list(features);
        }
        System.setProperty(HOME, home.toAbsolutePath().toString());
        Path json = report.resolve("cucumber.json");
        List<String> args = new ArrayList<>(List.of(
                "--glue",
                "org.polyonym.scenarios.steps",
                "--plugin",
                "json:" + json,
                "--plugin",
                "html:" + report.resolve("cucumber.html"),
                "--plugin",
                "progress",
                "--plugin",
                "summary"));
        System.setProperty("cucumber.publish.quiet", "true");
        if (!Files.exists(home.resolve(CLUSTER_FILE))) {
            System.out.println("left out: scenarios tagged " + TagRules.CLUSTER + "; " + home + " is one node");
            tags = tags.isBlank() ? WITHOUT_CLUSTER : "(" + tags + ") and " + WITHOUT_CLUSTER;
        }
        if (!tags.isBlank()) {
            args.addAll(List.of("--tags", tags));
        }
        features.forEach(f -> args.add(f.toString()));
        Main.run(args.toArray(String[]::new), ScenariosMain.class.getClassLoader());
        RunResult result = RunResult.of(json);
        write(result);
        LivingReport.write(report.resolve("scenarios.html"), result, Requirements.load());
        System.out.println("report: " + report.resolve("scenarios.html").toAbsolutePath());
        System.out.println(result.passed() + " passed, " + result.failed() + " failed");
        return result.failed() == 0 && result.passed() > 0 ? 0 : 1;
    }

    private void write(RunResult result) {
        try {
            Files.writeString(report.resolve("scenarios.json"), Json.write(result));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + report, e);
        }
    }

    /** The cases, each with the reason why it cannot run with {@code --keep} on a platform at work. */
    private static int list(List<Path> features) {
        CaseList cases = new CaseList();
        for (Path feature : features) {
            try {
                cases.add(Files.readAllLines(feature));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + feature, e);
            }
        }
        cases.reasons().forEach((id, reason) -> System.out.println(id + "\t" + reason));
        return 0;
    }

    private List<Path> features() {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            try (Stream<Path> tree = Files.walk(file)) {
                tree.filter(p -> p.toString().endsWith(".feature")).sorted().forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no feature file in " + files);
        }
        return found;
    }

    private static void checkTags(List<Path> features) {
        TagRules rules = new TagRules(Requirements.load());
        List<String> breaches = new ArrayList<>();
        for (Path feature : features) {
            try {
                breaches.addAll(rules.breaches(feature.getFileName().toString(), Files.readAllLines(feature)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + feature, e);
            }
        }
        if (!breaches.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n  ", breaches));
        }
    }
}
