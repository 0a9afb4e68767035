package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** One of these stands in whatever this program made. */
    private static final List<String> MARKS = List.of(BUILD, ENV, ClusterHome.ENV, ClusterHome.SECRETS);

    private static final List<String> PROGRAMS = List.of("bin", "lib", "system", "data/cache", "data/tmp");
    /** Read only, and taken away rather than written over when a newer build comes. */
    private static final List<String> SHARED = List.of("lib/", "system/");

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
        return EnvFile.read(file(ENV));
    }

    void writeEnv(Map<String, String> env) throws IOException {
        EnvFile.write(file(ENV), env);
    }

    /**
     * Unpacks the distribution, or replaces the programs in a home that an older build made. Data and users stay; other
     * files of {@code etc} become those of the distribution.
     */
    void prepare(Project project, String mode) throws IOException, Failure {
        prepare(project, mode, List.of());
    }

    /**
     * The same; what never changes is shared with a sibling of the same build, by hard links: several nodes take the disk
     * and the page cache once. Not with the build's own output, which a build may write over while a node runs.
     */
    void prepare(Project project, String mode, List<Home> siblings) throws IOException, Failure {
        requireOwn();
        String before = env().getOrDefault("mode", mode);
        if (!before.equals(mode)) {
            throw new Failure(
                    Failure.WRONG_CALL, path + " is a home of mode " + before + ": use --fresh or another --home");
        }
        if (isOf(project)) {
            return;
        }
        Files.createDirectories(path);
        EnvFile.closeFolder(path);
        // From now on it is a home, also if this is interrupted; of no build before all is there.
        Files.writeString(file(BUILD), "");
        for (String each : PROGRAMS) {
            delete(file(each));
        }
        boolean isNew = !Files.exists(file(USERS.getFirst()));
        copy(project.assembly(), sameBuild(project, siblings));
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

    private Optional<Home> sameBuild(Project project, List<Home> siblings) throws IOException {
        for (Home each : siblings) {
            if (!each.equals(this) && each.isOf(project)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private boolean isOf(Project project) throws IOException {
        return Files.isRegularFile(file(BUILD)) && Files.readString(file(BUILD)).equals(project.buildId());
    }

    private void copy(Path assembly, Optional<Home> sibling) throws IOException {
        try (Stream<Path> files = Files.walk(assembly)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                String relative = assembly.relativize(each).toString();
                Path to = file(relative);
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(to);
                } else if (!(USERS.contains(relative) && Files.exists(to))) {
                    Optional<Path> shared = sibling.filter(it -> SHARED.stream().anyMatch(relative::startsWith))
                            .map(it -> it.file(relative));
                    if (shared.isEmpty() || !link(to, shared.get())) {
                        Files.copy(each, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
    }

    private static boolean link(Path to, Path existing) {
        try {
            Files.createLink(to, existing);
            return true;
        } catch (IOException | UnsupportedOperationException notHere) {
            return false;
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
        EnvFile.closeFile(users);
    }

    /** Refuses a folder with the files of others, which a start would write over and a fresh start throw away. */
    void requireOwn() throws IOException, Failure {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Failure(Failure.WRONG_CALL, path + " is a file: --home needs a folder");
        }
        if (!isAbsentOrEmpty() && MARKS.stream().noneMatch(mark -> Files.exists(file(mark)))) {
            throw new Failure(
                    Failure.WRONG_CALL,
                    path + " holds files and is no home of a platform: use another --home, or an empty folder");
        }
    }

    private boolean isAbsentOrEmpty() throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.findAny().isEmpty();
        }
    }

    /** Throws away everything. */
    void delete() throws IOException, Failure {
        requireOwn();
        delete(path);
    }

    static void delete(Path tree) throws IOException {
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
        return process(env());
    }

    /** The process that {@code pid} and {@code started} name, if it still runs. */
    static Optional<ProcessHandle> process(Map<String, String> env) {
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
