package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes with little memory. */
@Timeout(120)
class HeapWatchTest {
    private static final int STATUS_OF_NO_MEMORY = 3;

    @ParameterizedTest
    @ValueSource(strings = {"G1", "Serial"})
    void endsAProcessWhoseHeapStaysFullAndNotOneThatAsksForTooMuchOnce(String collector) throws Exception {
        assertThat(run(collector, "fills")).isEqualTo(STATUS_OF_NO_MEMORY);
        assertThat(run(collector, "hoards-once")).isZero();
    }

    private static int run(String collector, String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+Use" + collector + "GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filler.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
        return process.exitValue();
    }

    /** A process that is watched. */
    static final class Filler {
        private static final int PIECE = 64 * 1024;
        private static final long RUN_MILLIS = 8_000;

        private Filler() {}

        /** Fills the heap and goes on asking, or asks for a gigabyte once and then for little. */
        public static void main(String[] arguments) throws InterruptedException {
            HeapWatch watch = new HeapWatch();
            List<byte[]> kept = new ArrayList<>();
            boolean fills = arguments[0].equals("fills");
            long end = System.currentTimeMillis() + (fills ? 40_000 : RUN_MILLIS);
            boolean asked = false;
            while (System.currentTimeMillis() < end) {
                try {
                    byte[] more = new byte[fills || asked ? PIECE : 1 << 30];
                    if (fills) {
                        kept.add(more);
                    }
                } catch (OutOfMemoryError e) {
                    asked = true;
                }
                Thread.sleep(asked ? 20 : 0);
            }
            watch.close();
            System.exit(kept.isEmpty() ? 0 : 1);
        }
    }
}
