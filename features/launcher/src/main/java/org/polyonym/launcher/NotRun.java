package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tests that were left out: a suite that lacks what it needs says so by a file in {@code target/not-run} of its module. */
final class NotRun {
    private static final Path MARKERS = Path.of("target", "not-run");

    private NotRun() {}

    /** The names of the files, in order, of all modules of the checkout. */
    static List<String> names(Path root) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path group : folders(root)) {
            for (Path module : folders(group)) {
                if (Files.isDirectory(module.resolve(MARKERS))) {
                    entries(module.resolve(MARKERS))
                            .forEach(each -> names.add(each.getFileName().toString()));
                }
            }
        }
        return names.stream().sorted().toList();
    }

    private static List<Path> folders(Path folder) throws IOException {
        return entries(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
