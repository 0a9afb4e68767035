package org.polyonym.esp;

import java.util.List;
import java.util.Set;

/**
 * The packages that a connector of an agency may import. One list for who lets a connector in (the deploy service) and who
 * tells an agency beforehand (the compatibility kit). Pure.
 */
public final class ConnectorPackages {
    /** The SPI with the value types that it is made of, the legal clock, and logging. */
    public static final Set<String> SPI = Set.of(
            "org.polyonym.connector",
            "org.polyonym.model",
            "org.polyonym.access",
            "org.polyonym.registry",
            "org.polyonym.problem",
            "org.polyonym.time",
            "org.slf4j");

    /** Of the Java platform, with what lies below them: the language, networks, keys and documents. */
    public static final List<String> JAVA = List.of(
            "java", "javax.net", "javax.crypto", "javax.security.auth.x500", "javax.xml", "org.w3c.dom", "org.xml.sax");

    private ConnectorPackages() {}

    /** Whether a connector may import the package. */
    public static boolean allows(String name) {
        return SPI.contains(name) || JAVA.stream().anyMatch(p -> name.equals(p) || name.startsWith(p + "."));
    }
}
