package org.polyonym.esp.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many platform threads belong to each class loader: a thread inherits the one of the thread that started it. The
 * portal's own, which only ask a connector, do not count.
 */
final class OwnThreads {
    /** Threads that a connector may own, say of an HTTP client. */
    static final int MAX = 16;

    private OwnThreads() {}

    /** Threads alive by context class loader. */
    static Map<ClassLoader, Integer> count() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2];
        int found = root.enumerate(threads, true);
        Map<ClassLoader, Integer> counts = new HashMap<>();
        Arrays.stream(threads, 0, found)
                .filter(thread -> !(thread instanceof ConnectorThread))
                .map(Thread::getContextClassLoader)
                .filter(Objects::nonNull)
                .forEach(loader -> counts.merge(loader, 1, Integer::sum));
        return counts;
    }
}
