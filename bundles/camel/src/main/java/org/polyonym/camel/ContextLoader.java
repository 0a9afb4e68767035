package org.polyonym.camel;

/** Runs an action with another thread context class loader and puts the former one back. */
final class ContextLoader {
    private ContextLoader() {}

    /** An action that may fail with {@code X}. */
    interface Action<T, X extends Exception> {
        T run() throws X;
    }

    static <T, X extends Exception> T with(ClassLoader loader, Action<T, X> action) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
