package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotRunTest {
    @TempDir
    Path root;

    @Test
    void namesWhatAnyModuleLeftOut() throws IOException {
        marker("features/karaf/target/not-run/ssh");
        marker("bundles/store/target/not-run/postgresql");
        assertThat(NotRun.names(root)).containsExactly("postgresql", "ssh");
    }

    @Test
    void isEmptyWhereEveryTestRan() throws IOException {
        marker("README.md");
        marker("bundles/store/target/surefire-reports/postgresql");
        Files.createDirectories(root.resolve("bundles/store/target/not-run"));
        assertThat(NotRun.names(root)).isEmpty();
    }

    private void marker(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "why");
    }
}
