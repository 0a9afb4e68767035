package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path root;

    @Test
    void aNewerSourceMakesTheBuildStale() throws IOException {
        write("bundles/mid/src/main/resources/table.tsv", BUILT.minusSeconds(1));
        assertThat(isStale()).isFalse();
        write("bundles/mid/src/main/resources/table.tsv", BUILT.plusSeconds(1));
        assertThat(isStale()).isTrue();
    }

    @Test
    void aNewerBuildFileMakesTheBuildStale() throws IOException {
        write("bundles/mid/bnd.bnd", BUILT.plusSeconds(1));
        assertThat(isStale()).isTrue();
    }

    @Test
    void whatTheBuildMakesAndWhatNobodyBuildsFromDoesNotCount() throws IOException {
        write("bundles/mid/target/src/generated.java", BUILT.plusSeconds(1));
        write("docs/ARCHITECTURE.md", BUILT.plusSeconds(1));
        assertThat(isStale()).isFalse();
    }

    @Test
    void comparesMavenVersionsAsNumbers() {
        assertThat(Build.isNewEnough("Apache Maven 3.8.7")).isTrue();
        assertThat(Build.isNewEnough("Apache Maven 3.10.0 (abc)")).isTrue();
        assertThat(Build.isNewEnough("Apache Maven 4.0.0-rc-4")).isTrue();
        assertThat(Build.isNewEnough("Apache Maven 3.8.6")).isFalse();
        assertThat(Build.isNewEnough("command not found")).isFalse();
    }

    private boolean isStale() throws IOException {
        return Build.hasNewerSource(root, FileTime.from(BUILT));
    }

    private void write(String name, Instant modified) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
