package org.polyonym.grid.internal;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Configuration {@code org.polyonym.grid}.
 *
 * @param node name of this node, the same after a restart
 * @param nodes {@code host:port} of all nodes, this one included; empty for a node alone
 * @param address {@code host:port} of this node, one of {@code nodes}
 * @param key {@value #KEY_BYTES} bytes that all nodes share; empty for a node alone
 */
record GridConfig(String node, List<String> nodes, String address, byte[] key) {
    /** Most nodes of one platform. */
    static final int MAX_NODES = 15;
    /** AES-256. */
    static final int KEY_BYTES = 32;

    private static final String NODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final String ADDRESS = "[A-Za-z0-9._-]+:[0-9]{1,5}";

    /** Checks all of it, so that a node with a mistake says so and does not run alone. */
    GridConfig {
        nodes = List.copyOf(nodes);
        if (!node.matches(NODE)) {
            throw new IllegalArgumentException("node must be 1 to 40 letters, digits or . _ -");
        }
        if (!nodes.isEmpty()) {
            checkTogether(nodes, address, key);
        }
    }

    private static void checkTogether(List<String> nodes, String address, byte[] key) {
        if (nodes.size() < 2
                || nodes.size() > MAX_NODES
                || nodes.stream().distinct().count() < nodes.size()) {
            throw new IllegalArgumentException("nodes must name 2 to " + MAX_NODES + " different nodes");
        }
        if (!nodes.stream().allMatch(each -> each.matches(ADDRESS))) {
            throw new IllegalArgumentException("nodes must be a list of host:port");
        }
        if (!nodes.contains(address)) {
            throw new IllegalArgumentException("address must be one of nodes, written in the same way");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("key must be " + KEY_BYTES + " bytes in base64, the same on every node");
        }
    }

    static GridConfig read(Map<String, ?> config) {
        List<String> nodes = Arrays.stream(text(config, "nodes", "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return new GridConfig(
                text(config, "node", "node-1"), nodes, text(config, "address", ""), key(text(config, "key", "")));
    }

    boolean alone() {
        return nodes.isEmpty();
    }

    /** How many nodes there are to be. */
    int size() {
        return alone() ? 1 : nodes.size();
    }

    /** More than half of them. */
    int majority() {
        return size() / 2 + 1;
    }

    String host() {
        return address.substring(0, address.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "GridConfig[" + node + ", " + nodes + "]";
    }

    private static byte[] key(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes a character of the key.
            throw new IllegalArgumentException("key is not base64");
        }
    }

    private static String text(Map<String, ?> config, String key, String otherwise) {
        Object value = config.get(key);
        return value == null ? otherwise : value.toString().strip();
    }
}
