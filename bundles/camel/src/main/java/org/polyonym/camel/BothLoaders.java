package org.polyonym.camel;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** Looks in Camel's own bundle first and in the caller's bundle second; neither imports the other's packages. */
final class BothLoaders extends ClassLoader {
    private final ClassLoader caller;

    BothLoaders(ClassLoader camel, ClassLoader caller) {
        super(camel);
        this.caller = caller;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return caller.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return caller.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return caller.getResources(name);
    }
}
