package org.polyonym.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server for the tests of this JVM, on loopback, in a folder of its own, stopped when the JVM ends. Where
 * its programs are not installed there is none, and {@code target/not-run/postgresql} says so to whoever runs the suite.
 */
final class PostgresServer {
    /** Set to the folder of initdb and pg_ctl where it is not a usual one. */
    private static final String BIN_VARIABLE = "POLYONYM_POSTGRES_BIN";

    private static final List<Path> USUAL_PARENTS =
            List.of(Path.of("/usr/lib/postgresql"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"));
    /** PostgreSQL refuses to run as root; packages bring this user. */
    private static final String USER = "postgres";

    private static final int START_SECONDS = 60;
    private static final Optional<PostgresServer> SHARED = start();

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgresServer(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    /** The one server of this JVM. */
    static Optional<PostgresServer> shared() {
        return SHARED;
    }

    /** A new empty database. */
    StoreConfig newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection admin = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new StoreConfig(url(name), USER, "", StoreConfig.DEFAULT_POOL, true);
    }

    /** Ends the server without letting it write anything more, and starts it again. */
    void crashAndRestart() {
        whileDown(() -> {});
    }

    /** The same, with something that happens in between. */
    void whileDown(Runnable work) {
        crash();
        try {
            work.run();
        } finally {
            startServer();
        }
    }

    private void crash() {
        run(
                bin,
                home,
                "pg_ctl",
                "-w",
                "-m",
                "immediate",
                "-D",
                home.resolve("data").toString(),
                "stop");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Optional<PostgresServer> start() {
        Path marker = Path.of("target", "not-run", "postgresql");
        try {
            Files.deleteIfExists(marker);
            Optional<Path> bin = findBin();
            if (bin.isEmpty()) {
                Files.createDirectories(marker.getParent());
                Files.writeString(marker, "no initdb and pg_ctl found; " + BIN_VARIABLE + " may name their folder\n");
                return Optional.empty();
            }
            return Optional.of(start(bin.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(Path bin) throws IOException {
        Path home = Files.createTempDirectory("polyonym-postgres");
        if (isRoot()) {
            run(Path.of("/usr/bin"), Path.of("/"), List.of("chown", USER, home.toString()));
        }
        PostgresServer server = new PostgresServer(bin, home, freePort());
        run(
                bin,
                home,
                "initdb",
                "-D",
                home.resolve("data").toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale");
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.startServer();
        return server;
    }

    private void startServer() {
        run(
                bin,
                home,
                "pg_ctl",
                "-w",
                "-D",
                home.resolve("data").toString(),
                "-l",
                home.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c deadlock_timeout=100ms",
                "start");
    }

    private void stop() {
        run(bin, home, "pg_ctl", "-w", "-m", "fast", "-D", home.resolve("data").toString(), "stop");
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> findBin() throws IOException {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv(BIN_VARIABLE)).map(Path::of).ifPresent(candidates::add);
        for (Path parent : USUAL_PARENTS) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> versions = Files.list(parent)) {
                    versions.sorted(Comparator.reverseOrder())
                            .map(v -> v.resolve("bin"))
                            .forEach(candidates::add);
                }
            }
        }
        Stream.of(System.getenv("PATH").split(":")).map(Path::of).forEach(candidates::add);
        return candidates.stream()
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path bin, Path folder, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(bin, folder, command);
    }

    private static void run(Path bin, Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("HOME", folder.toString(), "PATH", bin + ":/usr/bin:/bin", "LC_ALL", "C.UTF-8"));
        // Not a pipe: the server would inherit it and hold it open.
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed; see " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
