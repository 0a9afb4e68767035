package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignCommandTest {
    /** Keeps what it was called with and finds the call wrong. */
    private static final String REFUSES = """
            package org.polyonym.perf;
            public final class CampaignMain {
                public static void main(String[] args) throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), String.join(" ", args));
                    System.exit(2);
                }
            }
            """;

    @TempDir
    Path root;

    @BeforeEach
    void aCampaignThatRefusesEveryCall() throws IOException {
        Path source = Files.writeString(root.resolve("CampaignMain.java"), REFUSES.formatted(callsFile()));
        Path classes = Files.createDirectories(root.resolve("perf/target/classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
    }

    @Test
    void startsNothingWhenTheCallIsWrong() throws Exception {
        assertThat(campaign("--ramp", "--case", "BER-14")).isEqualTo(Failure.WRONG_CALL);
        assertThat(calls()).startsWith("--check --ramp --case BER-14 --node-home " + root.resolve("home") + " --out ");
        assertThat(root.resolve("home")).doesNotExist();
    }

    @Test
    void namesTheNodesOfAClusterThatIsStillToBeMade() throws Exception {
        assertThat(campaign("--case", "none", "--nodes", "2")).isEqualTo(Failure.WRONG_CALL);
        Path home = root.resolve("home");
        assertThat(calls())
                .contains(" --node-home " + home.resolve("node-1") + " --node-home " + home.resolve("node-2") + " ");
        assertThat(home).doesNotExist();
    }

    private int campaign(String... options) throws Exception {
        Project project = new Project(root);
        Children children = new Children();
        List<String> all = new java.util.ArrayList<>(
                List.of("--no-build", "--home", root.resolve("home").toString()));
        all.addAll(List.of(options));
        return new CampaignCommand(project, children, new Build(project, children)).run(Options.parse(all));
    }

    private String calls() throws IOException {
        return Files.readString(callsFile());
    }

    private Path callsFile() {
        return root.resolve("calls");
    }
}
