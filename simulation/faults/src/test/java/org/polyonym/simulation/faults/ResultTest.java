package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTest {
    @TempDir
    Path root;

    /** "FAILED without a fault every claim holds" would read as a verdict. */
    @Test
    void saysWhatAFailedRunWasToShowAndNotThatItIsSo() throws Exception {
        Settings settings = Settings.parse(List.of("--root", root.toString()));
        Files.createDirectories(settings.results());
        Result result = new Result(settings, List.of(Sequence.failed(new Calm(), "no answer")));
        assertThat(printed(result)).containsPattern("calm +FAILED +to show that without a fault every claim holds");
        assertThat(settings.results().resolve("report.html"))
                .content()
                .contains("<p>To show that without a fault every claim holds</p>");
    }

    private static String printed(Result result) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(result.write()).isFalse();
        } finally {
            System.setOut(console);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
