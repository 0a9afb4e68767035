package org.polyonym.simulation.faults;

import java.util.List;

/**
 * A private network of three namespaces and a bridge, inside a network and mount namespace that this process has been
 * started in: nothing of the machine's own network changes, and all is gone with the last process in it. A partition is a
 * blackhole route, so no packet filter is needed.
 */
final class Network {
    /** Where this process and the database are. */
    static final String HERE = "10.77.0.254";

    private static final String BRIDGE = "faults";
    private static final String MASK = "/24";

    private final Programs programs;

    Network(Programs programs) {
        this.programs = programs;
    }

    /** Address of a node. */
    static String address(int node) {
        return "10.77.0." + node;
    }

    /** Namespace of a node. */
    static String namespace(int node) {
        return "faults-" + node;
    }

    /** Makes it. */
    void create(int nodes) throws InterruptedException {
        require("mkdir", "-p", "/run/netns");
        require("mount", "-t", "tmpfs", "tmpfs", "/run/netns");
        require("ip", "link", "set", "lo", "up");
        require("ip", "link", "add", BRIDGE, "type", "bridge");
        require("ip", "addr", "add", HERE + MASK, "dev", BRIDGE);
        require("ip", "link", "set", BRIDGE, "up");
        for (int node = 1; node <= nodes; node++) {
            String name = namespace(node);
            String outside = "out" + node;
            require("ip", "netns", "add", name);
            require("ip", "link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", name);
            require("ip", "link", "set", outside, "master", BRIDGE, "up");
            require("ip", "-n", name, "addr", "add", address(node) + MASK, "dev", "eth0");
            require("ip", "-n", name, "link", "set", "eth0", "up");
            require("ip", "-n", name, "link", "set", "lo", "up");
        }
    }

    /** Nothing that a node sends reaches the others any more. */
    void cut(int from, List<Integer> to) throws InterruptedException {
        change("add", from, to);
    }

    /** It does again. */
    void mend(int from, List<Integer> to) throws InterruptedException {
        change("del", from, to);
    }

    private void change(String what, int from, List<Integer> to) throws InterruptedException {
        for (int node : to) {
            require("ip", "-n", namespace(from), "route", what, "blackhole", address(node) + "/32");
        }
    }

    private void require(String... command) throws InterruptedException {
        int status = programs.run(command);
        if (status != 0) {
            throw new FaultsException(String.join(" ", command) + " ended with " + status);
        }
    }
}
