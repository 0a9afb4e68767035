package org.polyonym.simulation.fingerprints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Images on disk, each made at most once per seed and generator version. Files are named
 * {@code <person>_<finger>_<impression>.png} in a folder for version, seed, severity and wanted class, and appear whole
 * or not at all, so several processes may share a folder. Thread-safe.
 */
public final class FingerprintCache {

    /** Told after each image, from any of the filling threads. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code total} images are there; each value of {@code done} is reported once. */
        void made(int done, int total);
    }

    private final FingerprintGenerator generator;
    private final Path folder;

    /** Keeps the generator's images below {@code root}, which is made when first needed. */
    public FingerprintCache(FingerprintGenerator generator, Path root) {
        this.generator = generator;
        this.folder = root.resolve("v" + FingerprintGenerator.VERSION + "-seed" + generator.seed());
    }

    /**
     * The PNG file of an impression, made if missing.
     *
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public byte[] png(ImpressionRequest request) {
        try {
            return Files.readAllBytes(file(request));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the fingerprint cache in " + folder, e);
        }
    }

    /**
     * The file of an impression, made if missing.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public Path file(ImpressionRequest request) {
        Path file = path(request);
        if (!Files.exists(file)) {
            Finger finger = request.finger();
            store(
                    file,
                    generator
                            .impression(finger, request.impressionNo(), request.severity())
                            .png());
        }
        return file;
    }

    /**
     * Makes all missing images, the impressions of one finger on one thread.
     *
     * @param threads at least 1
     * @throws UncheckedIOException if the folder cannot be written
     * @throws InterruptedException if interrupted; what was made stays
     */
    public void fill(Collection<ImpressionRequest> requests, int threads, Progress progress)
            throws InterruptedException {
        Map<Finger, List<ImpressionRequest>> byFinger =
                requests.stream().collect(Collectors.groupingBy(ImpressionRequest::finger));
        AtomicInteger done = new AtomicInteger();
        Function<List<ImpressionRequest>, Runnable> work = wanted -> () -> wanted.forEach(request -> {
            file(request);
            progress.made(done.incrementAndGet(), requests.size());
        });
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<? extends Future<?>> running =
                    byFinger.values().stream().map(work).map(workers::submit).toList();
            for (Future<?> finger : running) {
                await(finger);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void await(Future<?> finger) throws InterruptedException {
        try {
            finger.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException storage) {
                throw storage;
            }
            throw new IllegalStateException("fingerprint generation failed", e.getCause());
        }
    }

    private Path path(ImpressionRequest request) {
        Finger finger = request.finger();
        String kind = request.severity().name()
                + finger.pattern().map(pattern -> "-" + pattern.name()).orElse("");
        String name = finger.personKey() + "_" + finger.position() + "_" + request.impressionNo() + ".png";
        return folder.resolve(kind.toLowerCase(Locale.ROOT)).resolve(name);
    }

    /** Written beside and moved, so that no reader sees a half file, whoever is killed when. */
    private static void store(Path file, byte[] png) {
        try {
            Files.createDirectories(file.getParent());
            Path part =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
            try {
                Files.write(part, png);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the fingerprint cache in " + file.getParent(), e);
        }
    }
}
