package org.polyonym.kit;

import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages that a connector may ask for: the SPI, logging and the Java platform. */
final class SpiPackages {
    /** The SPI with the value types it uses. */
    static final Set<String> SPI = Set.of(
            "org.polyonym.connector",
            "org.polyonym.access",
            "org.polyonym.model",
            "org.polyonym.problem",
            "org.polyonym.registry",
            "org.polyonym.time",
            "org.slf4j");

    private static final Set<String> JAVA = ModuleLayer.boot().modules().stream()
            .map(Module::getDescriptor)
            .filter(module -> module.name().startsWith("java."))
            .flatMap(SpiPackages::exported)
            .collect(Collectors.toUnmodifiableSet());

    private SpiPackages() {}

    static boolean allows(String name) {
        return SPI.contains(name) || JAVA.contains(name);
    }

    /** In alphabetical order, for messages. */
    static String text() {
        return String.join(", ", new TreeSet<>(SPI)) + " and the packages of the Java platform";
    }

    private static Stream<String> exported(ModuleDescriptor module) {
        return module.exports().stream().filter(e -> !e.isQualified()).map(ModuleDescriptor.Exports::source);
    }
}
