package org.polyonym.biometrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Real fingerprint images from the folder that POLYONYM_FINGERPRINTS names, as {@code <finger>_<impression>.png}. No
 * image is part of the project, so tests on real prints are skipped, and say so, where the folder is not given.
 */
final class RealPrints {
    static final String SETTING = "POLYONYM_FINGERPRINTS";

    private RealPrints() {}

    /** All images by file name, in order; aborts the test visibly when there are none. */
    static Map<String, byte[]> load() throws IOException {
        String folder = System.getProperty(SETTING, System.getenv().getOrDefault(SETTING, ""));
        if (folder.isBlank()) {
            System.out.println("NOT RUN: real fingerprints; set " + SETTING + " to a folder of images");
        }
        assumeTrue(!folder.isBlank(), SETTING + " names no folder");
        Map<String, byte[]> images = new TreeMap<>();
        for (Path file : files(Path.of(folder))) {
            images.put(file.getFileName().toString().replace(".png", ""), Files.readAllBytes(file));
        }
        return images;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }

    static String fingerOf(String name) {
        return name.substring(0, name.indexOf('_'));
    }
}
