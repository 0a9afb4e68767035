package org.polyonym.simulation.faults.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polyonym.simulation.faults.FaultsException;

/**
 * What the launcher has written about a running platform: {@code cluster.env} beside {@code node-1}, {@code node-2}, …, or
 * the {@code instance.env} of a single node.
 *
 * @param path the home
 */
public record ClusterHome(Path path) {
    /** In the home of each node. */
    public static final String INSTANCE = "instance.env";

    private static final String CLUSTER = "cluster.env";

    /** The nodes by number, at the addresses that they keep over restarts. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        Path cluster = path.resolve(CLUSTER);
        if (!Files.isRegularFile(cluster)) {
            return List.of(
                    new Node("node-1", URI.create(env(path.resolve(INSTANCE)).get("url"))));
        }
        Map<String, String> env = env(cluster);
        int count = Integer.parseInt(env.getOrDefault("nodes", "0"));
        for (int i = 1; i <= count; i++) {
            nodes.add(new Node("node-" + i, URI.create(env.get("url." + i))));
        }
        return nodes;
    }

    /** Names of the nodes that were ever started; none where no platform was. */
    public List<String> started() {
        Path cluster = path.resolve(CLUSTER);
        int count = Files.isRegularFile(cluster) ? Integer.parseInt(env(cluster).getOrDefault("nodes", "0")) : 1;
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "node-" + number)
                .filter(name -> Files.isRegularFile(nodeHome(name).resolve(INSTANCE)))
                .toList();
    }

    /** Home of a node. */
    public Path nodeHome(String name) {
        return Files.isRegularFile(path.resolve(CLUSTER)) ? path.resolve(name) : path;
    }

    /** Tokens that every node trusts. */
    public Tokens tokens() {
        return new Tokens(path.resolve("etc/demo-issuer.jwk"));
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
