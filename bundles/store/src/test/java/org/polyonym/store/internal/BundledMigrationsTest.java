package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledMigrationsTest {
    private static final String[] SUFFIXES = {".sql"};

    @Test
    void listsEveryScriptInTheFolder() throws IOException, URISyntaxException {
        Path folder = Path.of(BundledMigrations.class
                .getResource("/org/polyonym/store/migration")
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(BundledMigrations.SCRIPTS)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void givesVersionedScriptsAndNoRepeatableOnes() {
        assertThat(new BundledMigrations().getResources("V", SUFFIXES)).hasSameSizeAs(BundledMigrations.SCRIPTS);
        assertThat(new BundledMigrations().getResources("R", SUFFIXES)).isEmpty();
    }
}
