package org.polyonym.scenarios.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.polyonym.scenarios.ScenariosMain;

/** The example and bad connectors as they were built beside the scenarios. */
final class AgencyProjects {
    private static final String ACCESS = "access.tsv";
    private static final String ANY_SYSTEM = "SYSTEM";

    private AgencyProjects() {}

    /** Body of a deployment of an example, with the rows that it proposes. */
    static Map<String, String> example(String name) {
        Path project = root().resolve("bundles").resolve(name);
        return body(project, name + "-[0-9.]+(-SNAPSHOT)?\\.jar", read(project.resolve(ACCESS)));
    }

    /** Body of a deployment of a bad connector. */
    static Map<String, String> bad(String fault, String system) {
        Path project = root().resolve("simulation/bad-connectors");
        String access = read(project.resolve(ACCESS)).replace(ANY_SYSTEM, system);
        return body(project, "bad-connectors-[0-9.]+(-SNAPSHOT)?-" + fault + "\\.jar", access);
    }

    private static Map<String, String> body(Path project, String jar, String access) {
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            Path found = files.filter(f -> f.getFileName().toString().matches(jar))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + jar + " in " + project + "/target"));
            return Map.of("jar", Base64.getEncoder().encodeToString(Files.readAllBytes(found)), "access", access);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout: this class lies in {@code scenarios/target/classes}. */
    private static Path root() {
        try {
            Path classes = Path.of(ScenariosMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
