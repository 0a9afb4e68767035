package org.polyonym.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server of the cluster's own, in a folder of its home: on loopback only, one database, one user, who needs
 * the password that only the nodes have. Its data stay between starts; what it acknowledged is on disk.
 */
final class PostgresServer {
    static final String NAME = "polyonym";

    private static final String LOG = "log";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int CONNECT_MILLIS = 1_000;
    private static final int LOG_LINES_SHOWN = 8;
    /** Nobody else and no other database; the role that owns the server has no password and so cannot come in. */
    private static final String ACCESS = "host " + NAME + " " + NAME + " 127.0.0.1/32 scram-sha-256\n";

    private final Path folder;

    PostgresServer(Path folder) {
        this.folder = folder;
    }

    /** Whether it was ever made. */
    boolean exists() {
        return Files.isDirectory(data());
    }

    /** The server that was started last, if it still runs. */
    Optional<ProcessHandle> process() throws IOException {
        return Home.process(EnvFile.read(env()));
    }

    /** Makes it, if need be, and starts it, if it does not run; returns when it answers. */
    void start(Children children, int port, String password) throws IOException, InterruptedException, Failure {
        if (process().isPresent()) {
            return;
        }
        long began = System.nanoTime();
        PostgresPrograms programs = PostgresPrograms.find();
        if (!exists()) {
            create(children, programs, password);
        }
        System.out.print("starting postgresql ");
        Process server = children.start(
                programs.process(folder, "postgres", arguments(port))
                        .redirectInput(new java.io.File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                folder.resolve(LOG).toFile())),
                PostgresServer::stop);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("port", Integer.toString(port));
        values.put("pid", Long.toString(server.pid()));
        values.put("started", Home.startOf(server.toHandle()));
        EnvFile.write(env(), values);
        awaitAnswer(server, port, began);
        System.out.printf(" ready after %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    private List<String> arguments(int port) {
        return List.of(
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                // A detail of an error quotes the values of the row: data of persons would stand in the log.
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "log_min_error_statement=panic");
    }

    private void create(Children children, PostgresPrograms programs, String password)
            throws IOException, InterruptedException, Failure {
        System.out.println("making a database in " + folder);
        Path draft = folder.resolve("data.new");
        EnvFile.closeFolder(folder);
        Files.write(folder.resolve(LOG), List.of());
        Home.delete(draft);
        if (programs.user().isPresent()) {
            handOver(programs.user().get());
        }
        try {
            programs.run(
                    children,
                    folder,
                    "",
                    "initdb",
                    List.of(
                            "-D",
                            draft.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "trust",
                            "-E",
                            "UTF8",
                            "--no-locale",
                            "-k"));
        } catch (Failure failure) {
            throw programs.user().isEmpty()
                    ? failure
                    : new Failure(failure.getMessage() + "\nit runs as user "
                            + programs.user().get() + ", who must be able to reach " + folder
                            + ": choose another --home");
        }
        String output = programs.run(
                children,
                folder,
                "CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'\nCREATE DATABASE " + NAME + " OWNER " + NAME
                        + "\n",
                "postgres",
                List.of("--single", "-D", draft.toString(), "-c", "log_min_error_statement=panic", "postgres"));
        if (output.contains("ERROR:")) {
            throw new Failure("the database could not be made: "
                    + output.lines()
                            .filter(line -> line.contains("ERROR:"))
                            .findFirst()
                            .orElseThrow());
        }
        Files.writeString(draft.resolve("pg_hba.conf"), ACCESS);
        Files.move(draft, data());
    }

    /** The server's user needs a folder of its own. */
    private void handOver(String user) throws IOException {
        UserPrincipal owner =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        Files.setOwner(folder, owner);
        Files.setOwner(folder.resolve(LOG), owner);
    }

    private void awaitAnswer(Process server, int port, long began) throws IOException, InterruptedException, Failure {
        while (System.nanoTime() - began < START_LIMIT.toNanos()) {
            if (!server.isAlive()) {
                break;
            }
            if (answers("127.0.0.1", port)) {
                return;
            }
            Thread.sleep(POLL);
        }
        List<String> log = Files.readAllLines(folder.resolve(LOG));
        log.stream().skip(Math.max(0, log.size() - LOG_LINES_SHOWN)).forEach(System.err::println);
        throw new Failure("postgresql did not start; its log is " + folder.resolve(LOG));
    }

    /** Whether something accepts connections there. */
    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Stops it if it runs. */
    void stop() throws IOException {
        Optional<ProcessHandle> process = process();
        if (process.isPresent()) {
            stop(process.get());
            System.out.println("stopped postgresql");
        }
    }

    /** Ends every session and then the server, which writes what it still holds; after a while it must end anyhow. */
    private static void stop(ProcessHandle server) {
        if (!ended(server, "-INT") && !ended(server, "-QUIT")) {
            System.err.println("postgresql (process " + server.pid() + ") does not end");
        }
    }

    private static boolean ended(ProcessHandle server, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(server.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException | IOException | ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Beside the folder, which belongs to the server's user. */
    private Path env() {
        return folder.resolveSibling("postgresql.env");
    }
}
