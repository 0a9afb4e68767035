package org.polyonym.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One Maven run over the whole reactor; nothing is installed outside the project. */
final class Build {
    private static final Pattern MODULE = Pattern.compile("\\[INFO\\] Building (.*) \\S+ +(\\[\\d+/\\d+\\])");
    private static final Pattern TESTS = Pattern.compile(".*(Tests run: .* -- in .*|NOT RUN: .*)");
    private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final List<Integer> MAVEN_NEEDED = List.of(3, 8, 7);
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".mvn", ".idea", "node_modules");
    private static final int PROBLEM_LINES_SHOWN = 25;

    private final Project project;
    private final Children children;

    Build(Project project, Children children) {
        this.project = project;
        this.children = children;
    }

    /** Builds without tests if a source is newer than the last complete build. */
    void refresh() throws IOException, InterruptedException, Failure {
        if (isStale()) {
            run("building (./polyonym test runs the tests)", "package", "-DskipTests", "-Dspotless.check.skip=true");
        }
    }

    /** Builds and runs every test. */
    void verify(List<String> more) throws IOException, InterruptedException, Failure {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        arguments.addAll(more);
        run("building and testing", arguments.toArray(String[]::new));
    }

    private boolean isStale() throws IOException {
        return !Files.isRegularFile(stamp())
                || !Files.isDirectory(project.assembly())
                || hasNewerSource(project.root(), Files.getLastModifiedTime(stamp()));
    }

    /** True if a file under {@code src}, a {@code pom.xml} or a {@code bnd.bnd} is newer. */
    static boolean hasNewerSource(Path root, FileTime built) throws IOException {
        AtomicBoolean newer = new AtomicBoolean();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isSource(root.relativize(file))
                        && attributes.lastModifiedTime().compareTo(built) > 0) {
                    newer.set(true);
                    return FileVisitResult.TERMINATE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return newer.get();
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.equals("pom.xml")
                || name.equals("bnd.bnd")
                || Stream.iterate(file, each -> each != null, Path::getParent).anyMatch(each -> each.endsWith("src"));
    }

    private void run(String title, String... arguments) throws IOException, InterruptedException, Failure {
        checkMaven();
        Files.createDirectories(project.target());
        Instant began = Instant.now();
        System.out.println(title);
        List<String> command = new ArrayList<>(List.of("mvn", "-B"));
        command.addAll(List.of(arguments));
        List<String> problems = new ArrayList<>();
        Process maven = children.start(new ProcessBuilder(command)
                .directory(project.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))));
        try (BufferedReader lines = maven.inputReader();
                BufferedWriter log = Files.newBufferedWriter(log())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.newLine();
                show(line, Duration.between(began, Instant.now()).toSeconds());
                if (line.startsWith("[ERROR]") && problems.size() < PROBLEM_LINES_SHOWN) {
                    problems.add(line);
                }
            }
        }
        int status = maven.waitFor();
        children.release(maven.toHandle());
        long seconds = Duration.between(began, Instant.now()).toSeconds();
        if (status != 0) {
            problems.forEach(System.err::println);
            throw new Failure("the build failed after " + seconds + " s; its whole output is in " + log());
        }
        // The stamp has the time of the beginning: a source changed during the build is newer.
        Files.writeString(stamp(), "");
        Files.setLastModifiedTime(stamp(), FileTime.from(began));
        System.out.println("built in " + seconds + " s");
    }

    private static void show(String line, long seconds) {
        Matcher module = MODULE.matcher(line);
        Matcher tests = TESTS.matcher(line);
        if (module.matches()) {
            System.out.printf("%4d s  %-8s %s%n", seconds, module.group(2), module.group(1));
        } else if (tests.matches()) {
            System.out.println("                 " + tests.group(1));
        }
    }

    private static void checkMaven() throws IOException, InterruptedException, Failure {
        String needed =
                String.join(".", MAVEN_NEEDED.stream().map(String::valueOf).toList());
        String output;
        try {
            Process maven = new ProcessBuilder("mvn", "--version")
                    .redirectErrorStream(true)
                    .start();
            output = new String(maven.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            maven.waitFor();
        } catch (IOException notFound) {
            throw new Failure("Maven is not on the PATH: install Maven " + needed + " or newer");
        }
        if (!isNewEnough(output)) {
            throw new Failure("Maven " + needed + " or newer is needed; found: "
                    + output.lines().findFirst().orElse("nothing"));
        }
    }

    /** Judges the output of {@code mvn --version}. */
    static boolean isNewEnough(String output) {
        Matcher found = VERSION.matcher(output);
        if (!found.find()) {
            return false;
        }
        for (int i = 0; i < MAVEN_NEEDED.size(); i++) {
            int difference = Integer.parseInt(found.group(i + 1)) - MAVEN_NEEDED.get(i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private Path stamp() {
        return project.target().resolve("build.stamp");
    }

    private Path log() {
        return project.target().resolve("build.log");
    }
}
