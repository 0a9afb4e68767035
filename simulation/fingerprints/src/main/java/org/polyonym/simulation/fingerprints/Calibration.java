package org.polyonym.simulation.fingerprints;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes and extracts the prints of one calibration run and times each step in CPU milliseconds of its thread. */
final class Calibration {

    /** Consecutive positions compared together: the four fingers of the right hand without the thumb. */
    static final int FINGERS_TOGETHER = 4;

    private static final int FIRST_POSITION = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> masterMs = new ArrayList<>();
    private final List<Double> impressionMs = new ArrayList<>();
    private final List<Double> extractionMs = new ArrayList<>();

    PrintSet generated(long seed, int fingers, int impressions) {
        FingerprintGenerator generator = FingerprintGenerator.of(seed);
        List<List<FingerprintTemplate>> set = new ArrayList<>();
        for (int f = 0; f < fingers; f++) {
            Finger finger = Finger.of(f / FINGERS_TOGETHER, FIRST_POSITION + f % FINGERS_TOGETHER);
            timed(masterMs, () -> generator.master(finger));
            List<FingerprintTemplate> templates = new ArrayList<>();
            for (int i = 1; i <= impressions; i++) {
                int number = i;
                byte[] png = timed(
                        impressionMs,
                        () -> generator
                                .impression(finger, number, Severity.NORMAL)
                                .png());
                templates.add(extracted(png));
            }
            set.add(templates);
        }
        return new PrintSet(set);
    }

    /** Images named {@code <finger>_<impression>.png}. */
    PrintSet real(Path folder) throws IOException {
        Map<String, List<FingerprintTemplate>> fingers = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
                String name = file.getFileName().toString();
                fingers.computeIfAbsent(name.substring(0, name.indexOf('_')), key -> new ArrayList<>())
                        .add(extracted(Files.readAllBytes(file)));
            }
        }
        return new PrintSet(List.copyOf(fingers.values()));
    }

    Scores masterMs() {
        return scores(masterMs);
    }

    Scores impressionMs() {
        return scores(impressionMs);
    }

    Scores extractionMs() {
        return scores(extractionMs);
    }

    private FingerprintTemplate extracted(byte[] png) {
        return timed(extractionMs, () -> template(png));
    }

    static FingerprintTemplate template(byte[] png) {
        return new FingerprintTemplate(new FingerprintImage(png, new FingerprintImageOptions().dpi(Impression.DPI)));
    }

    private static <T> T timed(List<Double> into, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        T result = work.get();
        into.add((threads.getCurrentThreadCpuTime() - start) / NANOS_PER_MILLI);
        return result;
    }

    private static Scores scores(List<Double> values) {
        return Scores.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
