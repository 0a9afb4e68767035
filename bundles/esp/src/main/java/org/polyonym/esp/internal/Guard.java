package org.polyonym.esp.internal;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs code of a connector with its own class loader as the thread's, so that threads it leaves behind can be found by it. */
final class Guard {
    private Guard() {}

    static <T> T call(Optional<ClassLoader> loader, Callable<T> code) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader.orElse(before));
        try {
            return code.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
