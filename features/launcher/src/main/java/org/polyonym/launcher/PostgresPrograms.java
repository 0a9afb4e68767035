package org.polyonym.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own programs on this machine.
 *
 * @param bin their folder
 * @param user as whom they run; empty for this user
 */
record PostgresPrograms(Path bin, Optional<String> user) {
    static final String NEEDED = "install PostgreSQL (initdb and postgres are looked for on the PATH, by pg_config, in"
            + " /usr/lib/postgresql, /usr/pgsql-*, /opt/homebrew/opt and /usr/local/opt), or name a server of yours:"
            + " --database postgresql://USER@HOST/NAME";

    private static final List<Path> PARENTS = List.of(
            Path.of("/usr/lib/postgresql"), Path.of("/usr"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"));
    private static final Pattern INSTALLATION = Pattern.compile("(?:pgsql-|postgresql@?)?(\\d*)");
    private static final String ROOT = "root";
    private static final int PROGRAM_SECONDS = 60;

    /** Finds them, and the user that a server needs when root asks for it. */
    static PostgresPrograms find() throws IOException, InterruptedException, Failure {
        List<Path> candidates = new ArrayList<>();
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .forEach(candidates::add);
        ask("pg_config", "--bindir").map(Path::of).ifPresent(candidates::add);
        candidates.addAll(usualFolders(PARENTS));
        Path bin = firstWithPrograms(candidates)
                .orElseThrow(() -> new Failure("no PostgreSQL for the nodes to share: " + NEEDED));
        return new PostgresPrograms(
                bin, ROOT.equals(System.getProperty("user.name")) ? unprivileged() : Optional.empty());
    }

    /** The {@code bin} folders of installations under usual parents, newest version first. */
    static List<Path> usualFolders(List<Path> parents) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path parent : parents) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> all = Files.list(parent)) {
                    all.filter(each -> version(each) >= 0).forEach(found::add);
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(PostgresPrograms::version).reversed())
                .map(each -> each.resolve("bin"))
                .toList();
    }

    /** -1 for what is no installation, 0 for one without number. */
    private static int version(Path folder) {
        String name = folder.getFileName().toString();
        Matcher matcher = INSTALLATION.matcher(name);
        if (name.isEmpty() || !matcher.matches()) {
            return -1;
        }
        return matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
    }

    static Optional<Path> firstWithPrograms(List<Path> folders) {
        return folders.stream()
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("postgres")))
                .findFirst();
    }

    /** PostgreSQL refuses to run as root: its packages bring a user; who came here by sudo is one too. */
    private static Optional<String> unprivileged() throws IOException, InterruptedException, Failure {
        for (String name : Stream.of("postgres", "_postgres", System.getenv("SUDO_USER"))
                .filter(each -> each != null && !each.isBlank() && !each.equals(ROOT))
                .toList()) {
            if (ask("id", "-u", name).isPresent()) {
                return Optional.of(name);
            }
        }
        throw new Failure("PostgreSQL does not run as root, and there is no user 'postgres': make one, start as another"
                + " user, or give --database");
    }

    /** The command line of one of the programs, as the right user. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        // setpriv becomes the program, so that the process started is the server itself; sudo would stand before it.
        user.ifPresent(
                name -> command.addAll(List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups")));
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Such a command in a folder, with nothing of this user's environment. */
    ProcessBuilder process(Path folder, String program, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(program, arguments)).directory(folder.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("HOME", folder.toString(), "PATH", bin + ":/usr/bin:/bin", "LC_ALL", "C.UTF-8"));
        return builder.redirectErrorStream(true);
    }

    /** Runs a program to its end and answers what it printed, which is the reason when it fails. */
    String run(Children children, Path folder, String input, String program, List<String> arguments)
            throws IOException, InterruptedException, Failure {
        Path output = Files.createTempFile("polyonym", ".out");
        try {
            Process process = children.start(process(folder, program, arguments).redirectOutput(output.toFile()));
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(PROGRAM_SECONDS, TimeUnit.SECONDS)) {
                throw new Failure(program + " did not end within " + PROGRAM_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new Failure(
                        program + " failed: " + Files.readString(output).strip());
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }

    private static Optional<String> ask(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
