package org.polyonym.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewConnectorTest {
    private static final int BUILD_MINUTES = 4;

    @TempDir
    Path folder;

    @Test
    void makesAProjectThatBuildsAndPassesTheKit() throws Exception {
        Path project = folder.resolve("harbour-register");
        new NewConnector("harbour-register").writeTo(project);

        Path log = folder.resolve("build.log");
        assertThat(maven(project, log, "package")).as(Files.readString(log)).isZero();
        assertThat(project.resolve("target/surefire-reports")).isDirectory();

        KitRun.Result result = KitRun.check(
                project.resolve("target/harbour-register-1.0.0.jar"),
                project.resolve("kit.json"),
                folder.resolve("report"),
                "");
        assertThat(result.failed()).isEmpty();
        assertThat(result.compatible()).isTrue();
    }

    @Test
    void theProjectSaysWhichJdkItNeedsBeforeTheCompilerFails() throws Exception {
        Path project = folder.resolve("harbour-register");
        new NewConnector("harbour-register").writeTo(project);

        Path log = folder.resolve("build.log");
        assertThat(maven(project, log, "-Djava.version=17.0.1", "validate")).isNotZero();
        assertThat(log).content().contains("Maven runs on JDK 17.0.1; this project needs JDK 25 or newer: JAVA_HOME=");
    }

    private static int maven(Path project, Path log, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q"));
        command.addAll(List.of(arguments));
        Process maven = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)).isTrue();
        return maven.exitValue();
    }

    @Test
    void printsTheCommandThatBuildsItWithTheJdkThatMadeIt() {
        assertThat(NewConnectorMain.done(Path.of("../harbour-register"), "/opt/jdk-25")
                        .lines())
                .endsWith("next: (cd \"../harbour-register\" && JAVA_HOME=\"/opt/jdk-25\" mvn -q package)");
    }

    @Test
    void leavesNoPlaceholderAndNoForeignPath() throws IOException {
        new NewConnector("harbour-register").writeTo(folder);

        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> texts = files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(folder.resolve("repository")))
                    .toList();
            assertThat(texts).hasSize(12);
            for (Path text : texts) {
                assertThat(Files.readString(text))
                        .as(text.toString())
                        .doesNotContainPattern("@[A-Za-z]+@")
                        .doesNotContain("org.polyonym.example")
                        .doesNotContain(System.getProperty("user.dir"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "X", "1st", "Harbour", "a", "a--b", "-a", "a-", "a_b", "../a", "sis", "ecris-tcn", "new"})
    void refusesTheName(String name) {
        assertThatThrownBy(() -> new NewConnector(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToOverwrite() throws IOException {
        Files.writeString(folder.resolve("something"), "of value");

        assertThatThrownBy(() -> new NewConnector("harbour-register").writeTo(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--dir");
        assertThat(folder).isDirectoryContaining(f -> f.endsWith("something"));
        assertThat(folder.resolve("pom.xml")).doesNotExist();
    }
}
