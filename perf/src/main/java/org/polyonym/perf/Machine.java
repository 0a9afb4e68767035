package org.polyonym.perf;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** What the figures were measured on. */
final class Machine {
    private static final long MIB = 1L << 20;

    private Machine() {}

    static String describe() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return Runtime.getRuntime().availableProcessors() + " processors, " + system.getTotalMemorySize() / MIB
                + " MiB, " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + ", load average at the end " + system.getSystemLoadAverage()
                + "; client and platform share the machine";
    }

    static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD").start();
            String head = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return head.isEmpty() ? "unknown" : head;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
