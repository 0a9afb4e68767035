package org.polyonym.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * {@code check-connector FILE.jar [--kit FILE] [--report DIR] [--only REGEX]}: exit status 0 when the connector is compatible, 1 when it is
 * not, 2 when the call is wrong. The kit file is {@code kit.json} in the folder of the jar or the one above unless named.
 */
public final class KitMain {
    private static final String KIT_FILE = "kit.json";
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    private KitMain() {}

    /** Runs and exits. */
    public static void main(String[] args) {
        int status;
        try {
            status = run(args);
        } catch (IllegalArgumentException e) {
            System.err.println("check-connector: " + e.getMessage());
            status = WRONG_CALL;
        } catch (IOException e) {
            System.err.println("check-connector: " + e);
            status = FAILED;
        }
        System.exit(status);
    }

    static int run(String[] args) throws IOException {
        Optional<Path> jar = Optional.empty();
        Optional<Path> kit = Optional.empty();
        Path report = Path.of("target", "kit");
        String only = "";
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--kit" -> kit = Optional.of(Path.of(value(args, ++i)));
                case "--report" -> report = Path.of(value(args, ++i));
                case "--only" -> only = value(args, ++i);
                default -> jar = Optional.of(only(jar, args[i]));
            }
        }
        Path file = jar.orElseThrow(() -> new IllegalArgumentException("name the connector's jar"))
                .toAbsolutePath();
        requireJar(file);
        KitRun.Result result = KitRun.check(file, kit.orElseGet(() -> beside(file)), report, only);
        System.out.println();
        System.out.println("report: " + report.resolve("report.html").toAbsolutePath());
        System.out.println(result.passed() + " passed, " + result.failed().size() + " failed: "
                + (result.compatible() ? "compatible" : "not compatible"));
        return result.compatible() ? 0 : FAILED;
    }

    private static Path only(Optional<Path> before, String argument) {
        if (argument.startsWith("-") || before.isPresent()) {
            throw new IllegalArgumentException("unexpected '" + argument + "'; see ./polyonym check-connector --help");
        }
        return Path.of(argument);
    }

    private static String value(String[] args, int i) {
        if (i >= args.length) {
            throw new IllegalArgumentException(args[i - 1] + " needs a value");
        }
        return args[i];
    }

    private static void requireJar(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no such file: " + file);
        }
        try {
            // That it can be opened is enough here: the rules judge what is in it.
            new ZipFile(file.toFile()).close();
        } catch (ZipException e) {
            throw new IllegalArgumentException(file + " is no jar", e);
        }
    }

    private static Path beside(Path jar) {
        List<Path> places =
                List.of(jar.resolveSibling(KIT_FILE), jar.getParent().resolveSibling(KIT_FILE));
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("neither " + places.getFirst() + " nor "
                        + places.getLast() + " is there; name the kit file with --kit, docs/CONNECTORS.md tells what it"
                        + " holds"));
    }
}
