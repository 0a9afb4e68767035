package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of lines {@code key=value}, and files and folders that only their owner may read. */
final class EnvFile {
    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";
    /** The owner's, but others may pass through to what they own below it. */
    private static final String PASSAGE = "rwx--x--x";

    private EnvFile() {}

    /** What stands in the file, in its order; empty if there is none. */
    static Map<String, String> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')).strip(),
                            line -> line.substring(line.indexOf('=') + 1).strip(),
                            (first, second) -> second,
                            LinkedHashMap::new));
        }
    }

    /** Replaces the file at once: nobody sees half of it, and nobody but the owner sees any of it. */
    static void write(Path file, Map<String, String> values) throws IOException {
        writePrivately(
                file,
                values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    /** The same with any lines. */
    static void writePrivately(Path file, List<String> lines) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".tmp", attributes(file, FILE));
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Sets keys of a configuration file and keeps the others. */
    static void set(Path file, Map<String, String> values) throws IOException {
        List<String> kept = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !values.containsKey(line.split("=", 2)[0].strip()))
                        .toList()
                : List.of();
        Stream<String> set = values.entrySet().stream().map(each -> each.getKey() + " = " + each.getValue());
        writePrivately(file, Stream.concat(kept.stream(), set).toList());
    }

    /** Makes a file the owner's alone. */
    static void closeFile(Path file) throws IOException {
        permit(file, FILE);
    }

    /** Makes a folder the owner's alone. */
    static void closeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        permit(folder, FOLDER);
    }

    /** Makes a folder that another user may pass through, and not list. */
    static void passableFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        permit(folder, PASSAGE);
    }

    private static void permit(Path file, String permissions) throws IOException {
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileAttribute<?>[] attributes(Path file, String permissions) {
        return hasPermissions(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
