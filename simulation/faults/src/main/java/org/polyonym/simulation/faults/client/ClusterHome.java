package org.polyonym.simulation.faults.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.polyonym.simulation.faults.FaultsException;

/**
 * What the launcher has written about a running platform: {@code cluster.env} beside {@code node-1}, {@code node-2}, …, or
 * the {@code instance.env} of a single node.
 *
 * @param path the home
 */
public record ClusterHome(Path path) {
    /** The nodes by number. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Path home : nodeHomes()) {
            String name = home.equals(path) ? "node-1" : home.getFileName().toString();
            nodes.add(new Node(
                    name, URI.create(env(home.resolve("instance.env")).getOrDefault("url", "http://127.0.0.1:1"))));
        }
        return nodes;
    }

    /** Homes of the nodes by number. */
    public List<Path> nodeHomes() {
        Path cluster = path.resolve("cluster.env");
        if (!Files.isRegularFile(cluster)) {
            return List.of(path);
        }
        List<Path> homes = new ArrayList<>();
        int nodes = Integer.parseInt(env(cluster).getOrDefault("nodes", "0"));
        for (int i = 1; i <= nodes; i++) {
            homes.add(path.resolve("node-" + i));
        }
        return homes;
    }

    /** Home of a node. */
    public Path nodeHome(String name) {
        return nodeHomes().stream()
                .filter(each -> each.endsWith(name))
                .findFirst()
                .orElse(path);
    }

    /** Tokens that every node trusts. */
    public Tokens tokens() {
        return new Tokens(nodeHomes().getFirst().resolve("etc/demo-issuer.jwk"));
    }

    /** {@code key=value} lines. */
    public static Map<String, String> env(Path file) {
        Map<String, String> env = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.contains("="))
                    .forEach(line ->
                            env.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        } catch (IOException e) {
            throw new FaultsException("cannot read " + file + ": no platform was started there", e);
        }
        return env;
    }
}
