package org.polyonym.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMainTest {
    private final PrintStream console = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listens() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void givesTheConsoleBack() {
        System.setErr(console);
    }

    /** As the launcher calls it: its own options behind the user's, no platform there yet. */
    private int check(String... options) {
        List<String> call = new ArrayList<>(List.of("--check"));
        call.addAll(List.of(options));
        call.addAll(List.of("--out", folder.resolve("out").toString()));
        call.addAll(List.of("--cache", folder.resolve("cache").toString()));
        call.addAll(List.of("--home-interoperable", folder.resolve("home").toString()));
        return DemoMain.status(call.toArray(String[]::new));
    }

    private void refuses(String message, String... options) {
        said.reset();
        assertThat(check(options)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8).strip()).isEqualTo("demo: " + message);
    }

    @Test
    void namesWhatIsWrong() {
        refuses("unknown option '--bogus'; ./polyonym demo --help", "--bogus");
        refuses("unknown option 'extra'; ./polyonym demo --help", "extra");
        refuses("--seed needs a whole number, not 'x'", "--seed", "x");
        refuses("--seed needs a value", "--seed");
    }

    @Test
    void refusesPrintsThatAreNotThere() {
        Path nowhere = folder.resolve("nope");
        refuses(
                "--fingerprints: cannot read the fingerprint directory " + nowhere,
                "--fingerprints",
                nowhere.toString());
        refuses(
                "--fingerprints: " + folder + " holds 0 fingers named <finger>_<impression>.png; 4 are needed",
                "--fingerprints",
                folder.toString());
    }

    @Test
    void findsARightCallRightWithoutAPlatform() throws IOException {
        for (int finger = 1; finger <= 4; finger++) {
            Files.createFile(folder.resolve(finger + "_1.png"));
        }
        assertThat(check("--seed", "3", "--fingerprints", folder.toString())).isZero();
        assertThat(check()).isZero();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
