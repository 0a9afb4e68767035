package org.polyonym.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit over the real jars of this build: the good examples pass, and each bad connector fails for its own reason. */
class KitRunTest {
    private static final Path ROOT = Path.of("..");
    private static final Path BAD = ROOT.resolve("simulation/bad-connectors");

    @TempDir
    Path report;

    @ParameterizedTest
    @ValueSource(strings = {"example-police-register", "example-passenger-unit"})
    void findsTheExamplesCompatible(String example) throws IOException {
        Path project = ROOT.resolve("bundles").resolve(example);

        KitRun.Result result = KitRun.check(jar(project, ""), project.resolve("kit.json"), report, "");

        assertThat(result.failed()).isEmpty();
        assertThat(result.compatible()).isTrue();
        assertThat(report.resolve("report.html")).isNotEmptyFile();
    }

    /** The second scenario of each row passes: the fault is told from others that look like it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throws            | The known person is found         | It returns by the deadline       | IllegalState",
                "throws-error      | The known person is found         | It returns by the deadline       | NoClassDefFound",
                "hangs             | It returns by the deadline        | It gives up when it is interrupted | deadline",
                "floods            | No more items than declared       | Answers are of its own system only | count them",
                "gigabyte          | Answers are whole and of bearable size | It returns by the deadline  | OutOfMemory",
                "other-system      | Answers are of its own system only | Answers hold declared categories only | describes",
                "leaks-threads     | No thread is left behind          | The known person is found        | leaked",
                "ignores-deadline  | It gives up when it is interrupted | The description is complete and its limits are in range | swallow",
            })
    void tellsTheFaultOf(String fault, String failing, String passing, String reason) throws IOException {
        KitRun.Result result = KitRun.check(
                jar(BAD, "-" + fault), BAD.resolve("kit.json"), report, "^(" + failing + "|" + passing + ")$");

        assertThat(result.failed()).containsOnlyKeys(failing);
        assertThat(result.failed().get(failing)).contains(reason);
        assertThat(result.passed()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithTheKitFile() throws IOException {
        Path kit = Files.writeString(report.resolve("kit.json"), "{\"found\": {}}");

        assertThatThrownBy(() -> KitRun.check(jar(BAD, "-throws"), kit, report, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'found' names a caller");
    }

    private static Path jar(Path project, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            return files.filter(f -> f.getFileName()
                            .toString()
                            .matches(project.getFileName() + "-[0-9.]+(-SNAPSHOT)?" + suffix + "\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar " + suffix + " in " + project + "/target"));
        }
    }
}
