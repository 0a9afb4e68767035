package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.store.Documents;

/** Acknowledged means on disk: a writer is killed within 50 ms of an acknowledgement, again and again. */
class KillTest {
    private static final int ROUNDS = 50;
    private static final int MAX_DELAY_MILLIS = 50;
    /** So that some rounds die at the first acknowledgement and some in full run. */
    private static final int MAX_ACKNOWLEDGED_BEFORE = 40;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("polyonym.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private String url() {
        return "jdbc:h2:dsync:" + folder.resolve("killed") + ";WRITE_DELAY=0";
    }

    @Test
    void losesNoAcknowledgedWriteAndLeavesNoHalfWrittenOne() throws Exception {
        long acknowledged = 0;
        long stored = 0;
        // The next process starts its JVM while this one runs and is checked.
        Process next = spawn(0);
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                Process writer = next;
                next = spawn(round + 1);
                Set<Integer> known = runAndKill(writer, timer);
                acknowledged += known.size();
                stored = checkEverything(round, known, stored);
            }
        } finally {
            next.destroyForcibly();
        }
        System.out.println("kill -9: " + ROUNDS + " rounds, " + acknowledged + " acknowledged, " + stored
                + " stored, 0 lost, seed " + seed);
        assertThat(stored).isGreaterThanOrEqualTo(acknowledged);
    }

    private Process spawn(int round) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        KilledWriter.class.getName(),
                        url(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Returns the numbers of the writes that the process acknowledged before it died. */
    private Set<Integer> runAndKill(Process writer, ScheduledExecutorService timer) throws Exception {
        int before = random.nextInt(MAX_ACKNOWLEDGED_BEFORE);
        int delay = random.nextInt(MAX_DELAY_MILLIS);
        Set<Integer> known = new HashSet<>();
        try (PrintStream orders = new PrintStream(writer.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader acknowledged =
                        new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            orders.println(KilledWriter.GO);
            for (String line = acknowledged.readLine(); line != null; line = acknowledged.readLine()) {
                known.add(Integer.parseInt(line));
                if (known.size() == before + 1) {
                    timer.schedule(() -> kill(writer), delay, TimeUnit.MILLISECONDS);
                }
            }
        }
        assertThat(writer.waitFor()).as("exit code of kill -9").isEqualTo(128 + 9);
        assertThat(known).hasSizeGreaterThan(before);
        return known;
    }

    /** By its handle: {@code Process.destroyForcibly} would also close the pipe that we still read from. */
    private static boolean kill(Process process) {
        return process.toHandle().destroyForcibly();
    }

    /** Opens what the killed process left; returns how many documents there are. */
    private long checkEverything(int round, Set<Integer> known, long storedBefore) {
        try (SqlStore store = SqlStore.open(new StoreConfig(url(), "polyonym", "", 2, true))) {
            Documents documents = store.documents();
            known.forEach(number -> assertWhole(store, round, number));
            long count = documents.count(KilledWriter.TYPE);
            // One write of each thread may have reached the disk without its acknowledgement reaching us.
            List<Integer> unknown = IntStream.rangeClosed(0, Collections.max(known) + KilledWriter.THREADS)
                    .filter(number -> !known.contains(number))
                    .filter(number -> documents
                            .get(KilledWriter.TYPE, KilledWriter.id(round, number))
                            .isPresent())
                    .boxed()
                    .toList();
            assertThat(unknown).as("seed %d", seed).hasSizeLessThanOrEqualTo(KilledWriter.THREADS);
            unknown.forEach(number -> assertWhole(store, round, number));
            assertThat(count - storedBefore).as("seed %d", seed).isEqualTo(known.size() + unknown.size());
            long numbered = documents.shardVersions(KilledWriter.TYPE).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(numbered).isEqualTo(count);
            return count;
        }
    }

    private void assertWhole(SqlStore store, int round, int number) {
        String id = KilledWriter.id(round, number);
        assertThat(store.documents().get(KilledWriter.TYPE, id))
                .as("write %s, seed %d", id, seed)
                .isPresent();
        assertThat(store.documents().find(KilledWriter.TYPE, List.of(KilledWriter.term(round, number)), 10))
                .hasSize(1);
        assertThat(store.images().get(id)).contains(KilledWriter.image(number));
        assertThat(store.outbox().ofSubject(id)).hasSize(1);
    }
}
