package org.polyonym.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of events against the sources of the bundles that log. */
class AuditEventCatalogueTest {
    private static final Path CATALOGUE = Path.of("..", "..", "docs", "AUDIT_EVENTS.md");
    private static final Path BUNDLES = Path.of("..");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ([A-Z][A-Z_]+) \\|");
    /** The ways in which the name of an event is written where it is logged; the others pass a constant or a choice. */
    private static final Pattern LOGGED =
            Pattern.compile("(?:new AuditEntry\\(|(?<!\\.)\\bentry\\(|\\.link\\(\\s*\\w+,)\\s*\"([A-Z][A-Z_]+)\"");

    @Test
    void listsNoEventThatNoBundleLogs() throws IOException {
        String code = sources();
        assertThat(listed())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(code.contains('"' + event + '"'))
                        .as("a bundle that logs %s", event)
                        .isTrue());
    }

    @Test
    void listsEveryEventThatIsLoggedUnderAName() throws IOException {
        Set<String> logged = found(LOGGED, sources());
        assertThat(logged).contains("REQUEST", "PORTAL_QUERY", "LINK_DECIDED", "HIT_CONFIRMED");
        assertThat(listed()).containsAll(logged);
    }

    private static Set<String> listed() throws IOException {
        return found(LISTED, Files.readString(CATALOGUE));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        List<Path> modules;
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            modules = folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
        StringBuilder all = new StringBuilder();
        for (Path module : modules) {
            try (Stream<Path> files = Files.walk(module)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> all.append(read(file)));
            }
        }
        return all.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
