package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of one instance: an unpacked distribution with its own {@code etc} and {@code data}. What others need to
 * reach it stands in {@code instance.env}.
 */
record Home(Path path) {
    /** The mode that the distribution boots when nothing is changed. */
    static final String DEFAULT_MODE = "interoperable";

    private static final String ENV = "instance.env";
    private static final String BUILD = ".build";
    private static final List<String> PROGRAMS = List.of("bin", "lib", "system", "data/cache", "data/tmp");
    private static final List<String> USERS = List.of("etc/users.properties", "etc/keys.properties");
    private static final int PASSWORD_BYTES = 16;

    String name() {
        return path.getFileName().toString();
    }

    Path file(String relative) {
        return path.resolve(relative);
    }

    /** What was written at the last start; empty if there was none. */
    Map<String, String> env() throws IOException {
        Path env = file(ENV);
        if (!Files.isRegularFile(env)) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(env)) {
            return lines.filter(line -> line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1),
                            (first, second) -> second,
                            LinkedHashMap::new));
        }
    }

    void writeEnv(Map<String, String> env) throws IOException {
        Files.write(
                file(ENV),
                env.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    /**
     * Unpacks the distribution, or replaces the programs in a home that an older build made. Data and users stay; other
     * files of {@code etc} become those of the distribution.
     */
    void prepare(Project project, String mode) throws IOException, Failure {
        String before = env().getOrDefault("mode", mode);
        if (!before.equals(mode)) {
            throw new Failure(
                    Failure.WRONG_CALL, path + " is a home of mode " + before + ": use --fresh or another --home");
        }
        if (Files.isRegularFile(file(BUILD)) && Files.readString(file(BUILD)).equals(project.buildId())) {
            return;
        }
        Files.createDirectories(path);
        ownerOnly(path, "rwx------");
        for (String each : PROGRAMS) {
            delete(file(each));
        }
        boolean isNew = !Files.exists(file(USERS.getFirst()));
        copy(project.assembly());
        if (isNew) {
            addShellUser();
        }
        if (!mode.equals(DEFAULT_MODE)) {
            Path features = file("etc/org.apache.karaf.features.cfg");
            Files.writeString(
                    features, Files.readString(features).replace("polyonym-" + DEFAULT_MODE, "polyonym-" + mode));
        }
        Files.writeString(file(BUILD), project.buildId());
    }

    private void copy(Path assembly) throws IOException {
        try (Stream<Path> files = Files.walk(assembly)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                String relative = assembly.relativize(each).toString();
                Path to = file(relative);
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(to);
                } else if (!(USERS.contains(relative) && Files.exists(to))) {
                    Files.copy(each, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** The distribution has no user. An instance gets one with a random password, for ssh and bin/client on loopback. */
    private void addShellUser() throws IOException {
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        Path users = file(USERS.getFirst());
        Files.writeString(users, "karaf = " + HexFormat.of().formatHex(password) + """
                ,_g_:admingroup
                _g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh
                """);
        ownerOnly(users, "rw-------");
    }

    private static void ownerOnly(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Throws away everything. */
    void delete() throws IOException {
        delete(path);
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The process that was started last, if it still runs. */
    Optional<ProcessHandle> process() throws IOException {
        Map<String, String> env = env();
        return Optional.ofNullable(env.get("pid"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                // A process number is used again after a while; number and start together are not.
                .filter(process -> startOf(process).equals(env.get("started")));
    }

    /** When a process was started, as text to compare. */
    static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
