package org.polyonym.simulation.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A cluster whose nodes live in namespaces of their own, over a database beside them. */
final class PartitionHome {
    private static final int HTTP_PORT = 8_181;
    private static final int MEMBER_PORT = 5_701;
    private static final int DATABASE_PORT = 5_432;
    private static final int KEY_BYTES = 32;
    private static final String NAME = "polyonym";

    private final Path home;
    private final Programs programs;

    PartitionHome(Path home, Programs programs) {
        this.home = home;
        this.programs = programs;
    }

    /** Folder of PostgreSQL's programs; empty when there is none. */
    static java.util.Optional<Path> postgres() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return java.util.Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .max(java.util.Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Boots database and nodes. */
    void boot(int nodes) throws InterruptedException {
        try {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            write("cluster.env", addresses(nodes));
            write("cluster.secrets", secrets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startDatabase();
        for (int node = 1; node <= nodes; node++) {
            require(
                    "ip",
                    "netns",
                    "exec",
                    Network.namespace(node),
                    programs.launcher(),
                    "start",
                    "--node",
                    Integer.toString(node),
                    "--demo",
                    "--no-build",
                    "--home",
                    home.toString());
        }
    }

    void stop() throws InterruptedException {
        programs.polyonym("stop", "--home", home.toString());
        programs.run(as("pg_ctl", "-m", "fast", "-w", "-D", data(), "stop"));
    }

    private static List<String> addresses(int nodes) {
        List<String> lines =
                new ArrayList<>(List.of("nodes=" + nodes, "mode=interoperable", "demo=true", "database=given"));
        for (int node = 1; node <= nodes; node++) {
            lines.add("url." + node + "=http://" + Network.address(node) + ":" + HTTP_PORT);
            lines.add("member." + node + "=" + Network.address(node) + ":" + MEMBER_PORT);
        }
        return lines;
    }

    private static List<String> secrets() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return List.of(
                "key=" + Base64.getEncoder().encodeToString(key),
                "databaseUrl=jdbc:postgresql://" + Network.HERE + ":" + DATABASE_PORT + "/" + NAME,
                "databaseUser=" + NAME,
                "databasePassword=none");
    }

    private void write(String file, List<String> lines) throws IOException {
        Path path = home.resolve(file);
        Files.write(path, lines);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    /** Anybody in the private network may come in, and nobody else reaches it. */
    private void startDatabase() throws InterruptedException {
        require(
                "install",
                "-d",
                "-o",
                "postgres",
                "-g",
                "postgres",
                "-m",
                "700",
                home.resolve("postgresql").toString());
        require(as("initdb", "-D", data(), "-U", NAME, "-A", "trust", "-E", "UTF8", "--no-locale"));
        try {
            Files.writeString(Path.of(data(), "pg_hba.conf"), "host all all 10.77.0.0/24 trust\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String options =
                "-p " + DATABASE_PORT + " -c listen_addresses=" + Network.HERE + " -c unix_socket_directories=";
        require(as(
                "pg_ctl",
                "-w",
                "-D",
                data(),
                "-l",
                home.resolve("postgresql/log").toString(),
                "-o",
                options,
                "start"));
        require(as("createdb", "-h", Network.HERE, "-p", Integer.toString(DATABASE_PORT), "-U", NAME, NAME));
    }

    private String data() {
        return home.resolve("postgresql/data").toString();
    }

    /** The server refuses root. */
    private String[] as(String program, String... arguments) {
        Path bin = postgres().orElseThrow(() -> new FaultsException("PostgreSQL's programs are missing"));
        List<String> command = new ArrayList<>(List.of(
                "env",
                "-C",
                home.resolve("postgresql").toString(),
                "setpriv",
                "--reuid=postgres",
                "--regid=postgres",
                "--clear-groups",
                "env",
                "-i",
                "PATH=" + bin + ":/usr/bin:/bin",
                "LC_ALL=C.UTF-8",
                bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private void require(String... command) throws InterruptedException {
        int status = programs.run(command);
        if (status != 0) {
            throw new FaultsException(String.join(" ", command) + " ended with " + status);
        }
    }
}
