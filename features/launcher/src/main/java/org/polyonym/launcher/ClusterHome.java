package org.polyonym.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The directory of a cluster: {@code node-1}, {@code node-2}, … are homes of instances; {@code cluster.env} says where they
 * answer, {@code cluster.secrets} holds what only they may know, {@code postgresql} a server of their own. The addresses
 * are chosen once; who edits them before a start is followed.
 */
record ClusterHome(Path path) {
    /** Where members and the database meet. */
    private static final String LOOPBACK = "127.0.0.1";

    static final String ENV = "cluster.env";
    static final String SECRETS = "cluster.secrets";
    private static final String ISSUER = "etc/demo-issuer.jwk";
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 24;

    boolean exists() {
        return Files.isRegularFile(path.resolve(ENV));
    }

    Map<String, String> env() throws IOException {
        return EnvFile.read(path.resolve(ENV));
    }

    int size() throws IOException {
        return Integer.parseInt(env().get("nodes"));
    }

    String mode() throws IOException {
        return env().get("mode");
    }

    boolean demo() throws IOException {
        return Boolean.parseBoolean(env().get("demo"));
    }

    /** From now on. */
    void setDemo(boolean demo) throws IOException {
        Map<String, String> env = new LinkedHashMap<>(env());
        env.put("demo", Boolean.toString(demo));
        EnvFile.write(path.resolve(ENV), env);
    }

    Home node(int number) {
        return new Home(path.resolve("node-" + number));
    }

    List<Home> nodes() throws IOException {
        return IntStream.rangeClosed(1, size()).mapToObj(this::node).toList();
    }

    /** What the nodes share: the database that they were given, or the address of the one made for them. */
    DatabaseAddress database() throws IOException {
        Map<String, String> secrets = EnvFile.read(path.resolve(SECRETS));
        URI server = URI.create(secrets.get("databaseUrl").substring("jdbc:".length()));
        return new DatabaseAddress(
                secrets.get("databaseUrl"),
                server.getHost(),
                server.getPort(),
                secrets.get("databaseUser"),
                secrets.get("databasePassword"));
    }

    boolean hasOwnDatabase() throws IOException {
        return "own".equals(env().get("database"));
    }

    PostgresServer ownDatabase() {
        return new PostgresServer(path.resolve("postgresql"));
    }

    /** Writes down addresses and secrets of a new cluster, unless somebody has. */
    void create(int nodes, String mode, boolean demo, int firstPort, Optional<DatabaseAddress> given, Ports ports)
            throws IOException, Failure {
        // The server of its own may run as another user, who must pass.
        EnvFile.passableFolder(path);
        Map<String, String> env = plan(nodes, mode, demo, firstPort, given.isEmpty(), ports);
        DatabaseAddress database = given.isPresent() ? given.get() : own(ports.next());
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("key", Base64.getEncoder().encodeToString(random(KEY_BYTES)));
        secrets.put("databaseUrl", database.url());
        secrets.put("databaseUser", database.user());
        secrets.put("databasePassword", database.password());
        EnvFile.write(path.resolve(SECRETS), secrets);
        EnvFile.write(path.resolve(ENV), env);
    }

    /** The addresses of a new cluster. */
    static Map<String, String> plan(
            int nodes, String mode, boolean demo, int firstPort, boolean ownDatabase, Ports ports) throws Failure {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("nodes", Integer.toString(nodes));
        env.put("mode", mode);
        env.put("demo", Boolean.toString(demo));
        env.put("database", ownDatabase ? "own" : "given");
        for (int node = 1; node <= nodes; node++) {
            int port = firstPort == 0 ? ports.next() : ports.require(firstPort + node - 1);
            env.put("url." + node, "http://" + LOOPBACK + ":" + port);
        }
        for (int node = 1; node <= nodes; node++) {
            env.put("member." + node, LOOPBACK + ":" + ports.next());
        }
        return env;
    }

    private static DatabaseAddress own(int port) {
        String url = "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + PostgresServer.NAME;
        String password = HexFormat.of().formatHex(random(PASSWORD_BYTES));
        return new DatabaseAddress(url, LOOPBACK, port, PostgresServer.NAME, password);
    }

    /** How a node is to boot. */
    Boot boot(int number) throws IOException {
        Map<String, String> env = env();
        Map<String, Map<String, String>> configuration = new LinkedHashMap<>();
        configuration.put(
                "org.polyonym.grid",
                grid(env, number, EnvFile.read(path.resolve(SECRETS)).get("key")));
        configuration.put("org.polyonym.store", database().settings());
        return new Boot(mode(), demo(), env.get("url." + number), Ports.anyFree(), configuration, nodes());
    }

    /** The lines of {@code org.polyonym.grid.cfg}. A single node has no others to look for. */
    static Map<String, String> grid(Map<String, String> env, int number, String key) {
        int size = Integer.parseInt(env.get("nodes"));
        Map<String, String> grid = new LinkedHashMap<>();
        grid.put("node", "node-" + number);
        grid.put(
                "nodes",
                size == 1
                        ? ""
                        : IntStream.rangeClosed(1, size)
                                .mapToObj(each -> env.get("member." + each))
                                .collect(Collectors.joining(",")));
        grid.put("address", env.get("member." + number));
        grid.put("key", key);
        return grid;
    }

    /** One token for all: gives a node the key of the demo issuer, once one of them has made it. */
    void giveIssuer(int number) throws IOException {
        copy(path.resolve(ISSUER), node(number).file(ISSUER));
    }

    /** Keeps the key of the demo issuer that a node has made. */
    void keepIssuer(int number) throws IOException {
        if (!Files.exists(path.resolve(ISSUER))) {
            copy(node(number).file(ISSUER), path.resolve(ISSUER));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            EnvFile.writePrivately(to, Files.readAllLines(from));
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
