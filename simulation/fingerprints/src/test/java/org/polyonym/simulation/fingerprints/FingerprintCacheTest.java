package org.polyonym.simulation.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintCacheTest {

    private static final Finger FINGER = Finger.of(3, 2);

    @TempDir
    Path folder;

    private final FingerprintGenerator generator = FingerprintGenerator.of(5);

    @Test
    void keepsWhatTheGeneratorMakesUnderThePersonFingerAndImpression() {
        FingerprintCache cache = new FingerprintCache(generator, folder);
        ImpressionRequest request = new ImpressionRequest(FINGER, 4, Severity.NORMAL);

        assertThat(cache.png(request))
                .isEqualTo(generator.impression(FINGER, 4, Severity.NORMAL).png());
        assertThat(cache.file(request)).hasFileName("3_2_4.png");
    }

    @Test
    void makesAnImageOnlyOnce() throws IOException {
        FingerprintCache cache = new FingerprintCache(generator, folder);
        ImpressionRequest request = new ImpressionRequest(FINGER, 1, Severity.NORMAL);
        byte[] mark = {1, 2, 3};
        Files.write(cache.file(request), mark);

        assertThat(new FingerprintCache(generator, folder).png(request)).isEqualTo(mark);
    }

    @Test
    void keepsSeedsSeveritiesAndWantedClassesApart() {
        FingerprintCache cache = new FingerprintCache(generator, folder);
        ImpressionRequest request = new ImpressionRequest(FINGER, 1, Severity.NORMAL);

        assertThat(List.of(
                        cache.file(request),
                        cache.file(new ImpressionRequest(FINGER, 1, Severity.POOR)),
                        cache.file(new ImpressionRequest(FINGER.withPattern(PatternClass.ARCH), 1, Severity.NORMAL)),
                        new FingerprintCache(FingerprintGenerator.of(6), folder).file(request)))
                .doesNotHaveDuplicates();
    }

    @Test
    void fillsInParallelReportsEachImageAndLeavesNoPartBehind() throws Exception {
        FingerprintCache cache = new FingerprintCache(generator, folder);
        List<ImpressionRequest> requests = IntStream.range(0, 6)
                .mapToObj(i -> new ImpressionRequest(Finger.of(i / 2, 2), i % 2, Severity.NORMAL))
                .toList();
        Queue<Integer> reported = new ConcurrentLinkedQueue<>();

        cache.fill(requests, 2, (done, total) -> reported.add(done));

        assertThat(reported).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(6)
                    .allMatch(file -> file.toString().endsWith(".png"));
        }
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("occupied"), "");
        FingerprintCache cache = new FingerprintCache(generator, notAFolder);
        List<ImpressionRequest> requests = List.of(new ImpressionRequest(FINGER, 1, Severity.NORMAL));

        assertThatThrownBy(() -> cache.fill(requests, 1, (done, total) -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(notAFolder.toString());
    }
}
