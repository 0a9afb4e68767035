package org.polyonym.kit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The packages that a connector may ask for, the same that the platform lets in when it deploys one. */
final class SpiPackages {
    /** The SPI with the value types it uses, and logging. */
    static final Set<String> SPI = Set.of(
            "org.polyonym.connector",
            "org.polyonym.access",
            "org.polyonym.model",
            "org.polyonym.problem",
            "org.polyonym.registry",
            "org.polyonym.time",
            "org.slf4j");

    /** Of the Java platform: the language, networks, keys and documents. */
    private static final List<String> JAVA = List.of(
            "java", "javax.net", "javax.crypto", "javax.security.auth.x500", "javax.xml", "org.w3c.dom", "org.xml.sax");

    private SpiPackages() {}

    static boolean allows(String name) {
        return SPI.contains(name) || JAVA.stream().anyMatch(p -> name.equals(p) || name.startsWith(p + "."));
    }

    /** In alphabetical order, for messages. */
    static String text() {
        return String.join(", ", new TreeSet<>(SPI)) + " and of the Java platform " + String.join(", ", JAVA);
    }
}
