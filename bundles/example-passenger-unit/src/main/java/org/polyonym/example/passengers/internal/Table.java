package org.polyonym.example.passengers.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A tab-separated file with a line of headings. */
record Table(Path file, String headings) {
    /** Most lines that are read; the rest of a longer file would be an error of the unit. */
    static final int MAX_LINES = 10_000;

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** The cells of each line; none when the file is not there. */
    List<String[]> rows() {
        if (!exists()) {
            return List.of();
        }
        int columns = headings.split("\t").length;
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .limit(MAX_LINES)
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells.length == columns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file of the unit", e);
        }
    }

    void append(String... cells) {
        try {
            Files.createDirectories(file.getParent());
            if (!exists()) {
                Files.writeString(file, headings + "\n");
            }
            Files.writeString(file, String.join("\t", cells) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of the unit", e);
        }
    }

    /** Writes the file anew without some rows, whole or not at all; a line that is no row stays as it is. */
    void remove(Predicate<String[]> over) {
        int columns = headings.split("\t").length;
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Stream<String> lines = Files.lines(file)) {
            Stream<String> kept = lines.skip(1).filter(line -> {
                String[] cells = line.split("\t", -1);
                return cells.length != columns || !over.test(cells);
            });
            Files.write(fresh, (Iterable<String>) Stream.concat(Stream.of(headings), kept)::iterator);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of the unit", e);
        }
    }
}
