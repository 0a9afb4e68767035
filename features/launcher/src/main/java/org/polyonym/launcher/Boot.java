package org.polyonym.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * How an instance is to boot.
 *
 * @param url where it answers: {@code http://HOST:PORT}
 * @param configuration keys to set, by the configuration's name; all of it is the owner's alone to read
 * @param siblings homes whose files it may share
 */
record Boot(
        String mode,
        boolean demo,
        String url,
        int sshPort,
        Map<String, Map<String, String>> configuration,
        List<Home> siblings) {

    /** One that stands alone. A port of 0 means any that is free. */
    static Boot alone(String mode, int port, boolean demo) throws IOException, Failure {
        if (port != 0 && !Ports.isFree(port)) {
            throw new Failure("port " + port + " is taken: choose another or leave out --port");
        }
        int httpPort = port == 0 ? Ports.anyFree() : port;
        return new Boot(mode, demo, "http://127.0.0.1:" + httpPort, Ports.anyFree(), Map.of(), List.of());
    }

    int httpPort() {
        return java.net.URI.create(url).getPort();
    }

    String host() {
        return java.net.URI.create(url).getHost();
    }
}
