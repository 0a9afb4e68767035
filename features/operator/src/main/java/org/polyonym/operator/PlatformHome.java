package org.polyonym.operator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The home of a platform, as the launcher left it.
 *
 * @param path of one node, or of a cluster with its nodes below it
 * @param env what the launcher noted about it; empty when it was never started
 * @param cluster whether it is one of a cluster
 */
record PlatformHome(Path path, Map<String, String> env, boolean cluster) {
    private static final Path DEFAULT = Path.of("target", "run", "interoperable");
    private static final String DEFAULT_MODE = "interoperable";
    private static final int CONNECT_MILLIS = 2_000;

    static PlatformHome of(Path path) throws IOException {
        Path cluster = path.resolve("cluster.env");
        boolean isCluster = Files.isRegularFile(cluster);
        return new PlatformHome(path, read(isCluster ? cluster : path.resolve("instance.env")), isCluster);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return values;
    }

    /** The first node on which something listens. */
    URI running() throws CommandFailed {
        return urls().filter(PlatformHome::listens)
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        CommandFailed.NOT_RUNNING,
                        "the platform in " + path + " is not running; this starts it: " + startCommand()));
    }

    private Stream<URI> urls() {
        Stream<String> urls = cluster
                ? IntStream.iterate(1, node -> env.containsKey("url." + node), node -> node + 1)
                        .mapToObj(node -> env.get("url." + node))
                : Stream.of(env.get("url")).filter(Objects::nonNull);
        return urls.map(URI::create);
    }

    private static boolean listens(URI url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts it again as it was started last. */
    String startCommand() {
        StringBuilder command = new StringBuilder("./polyonym start");
        Optional.ofNullable(env.get("mode"))
                .filter(mode -> !mode.equals(DEFAULT_MODE))
                .ifPresent(mode -> command.append(" --mode ").append(mode));
        if (Boolean.parseBoolean(env.get("demo"))) {
            command.append(" --demo");
        }
        if (!path.endsWith(DEFAULT)) {
            command.append(" --home ").append(path);
        }
        return command.toString();
    }

    /** The home of a node: all nodes of a demo have the same key. */
    Path node() {
        return cluster ? path.resolve("node-1") : path;
    }
}
