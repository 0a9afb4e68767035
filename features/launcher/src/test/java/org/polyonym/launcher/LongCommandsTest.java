package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What boots a platform of its own asks its program first whether the call is right. */
class LongCommandsTest {
    /** Keeps what it was called with and finds the call wrong. */
    private static final String REFUSES = """
            package %s;
            public final class %s {
                public static void main(String[] args) throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), String.join(" ", args));
                    System.exit(2);
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void soakStartsNothingWhenTheCallIsWrong() throws Exception {
        aProgramThatRefusesEveryCall("soak", "SoakMain");
        Files.createFile(Files.createDirectories(root.resolve("simulation/soak-connector/target"))
                .resolve("soak-connector-1.jar"));
        assertThat(run("soak", "deploy", "--cycles", "0")).isEqualTo(Failure.WRONG_CALL);
        assertThat(calls()).startsWith("--check deploy --cycles 0 --home " + root.resolve("target/run/soak"));
        assertThat(root.resolve("target")).doesNotExist();
    }

    @Test
    void demoStartsNothingWhenTheCallIsWrong() throws Exception {
        aProgramThatRefusesEveryCall("demo", "DemoMain");
        assertThat(run("demo", "--seed", "x")).isEqualTo(Failure.WRONG_CALL);
        assertThat(calls()).startsWith("--check --seed x ").contains(" --home-2016 ", " --home-interoperable ");
        assertThat(root.resolve("target")).doesNotExist();
    }

    private void aProgramThatRefusesEveryCall(String module, String main) throws IOException {
        Path source = Files.writeString(
                root.resolve(main + ".java"),
                REFUSES.formatted("org.polyonym.simulation." + module, main, callsFile()));
        Path classes = Files.createDirectories(root.resolve("simulation/" + module + "/target/classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
    }

    private int run(String command, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--no-build"));
        all.addAll(List.of(options));
        return new Main(new Project(root)).run(command, all);
    }

    private String calls() throws IOException {
        return Files.readString(callsFile());
    }

    private Path callsFile() {
        return root.resolve("calls");
    }
}
