package org.polyonym.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ports of loopback that a cluster keeps. They lie below those that the system lends to outgoing connections: a port of
 * that range may be lent to a client while its node is down, and the node could not come back.
 */
final class Ports {
    static final int LOWEST = 20_000;
    static final int HIGHEST = 29_999;
    private static final int ATTEMPTS = 200;

    private final RandomGenerator random;
    private final Set<Integer> taken = new HashSet<>();

    Ports(RandomGenerator random) {
        this.random = random;
    }

    /** A free port that was not given before. */
    int next() throws Failure {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(LOWEST, HIGHEST + 1);
            if (!taken.contains(port) && isFree(port)) {
                taken.add(port);
                return port;
            }
        }
        throw new Failure("no free port from " + LOWEST + " to " + HIGHEST + " on 127.0.0.1");
    }

    /** The port itself, which is then not given to anybody else. */
    int require(int port) throws Failure {
        if (!taken.add(port) || !isFree(port)) {
            throw new Failure("port " + port + " is taken: choose another or leave out --port");
        }
        return port;
    }

    /** Any free port, for an instance that takes another one at its next start. */
    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections are still fading away counts as free, as it does for the servers.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException bound) {
            return false;
        }
    }
}
