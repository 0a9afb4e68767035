package org.polyonym.agencies.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.polyonym.agencies.internal.Clauses.Clause;
import org.polyonym.esp.ConnectorPackages;
import org.polyonym.problem.ProblemType;

/** What a connector may ask for, by its manifest alone. Pure. */
final class JarRules {
    /** Capabilities that a component needs. */
    private static final Set<String> CAPABILITIES = Set.of("osgi.ee", "osgi.extender", "osgi.service");
    /** Headers that make other bundles work on this one. */
    private static final List<String> EXTENDERS = List.of("Karaf-Commands", "Import-Service", "Web-ContextPath");

    /** The one extender that a connector may name: declarative services, in the form in which bnd writes it. */
    private static final Pattern COMPONENT_RUNTIME = Pattern.compile(
            "\\((osgi\\.extender=osgi\\.component\\)|&\\(osgi\\.extender=osgi\\.component\\)(\\(version>=[\\d.]+\\)|\\(!\\(version>=[\\d.]+\\)\\))*\\))");
    /** Entries by which a bundle configures others, or shows the framework another manifest than the one judged here. */
    private static final Pattern BEYOND =
            Pattern.compile("OSGI-INF/configurator/.*|META-INF/versions/[^/]+/OSGI-INF/.*", Pattern.CASE_INSENSITIVE);

    private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib", ".jnilib");

    private JarRules() {}

    /** Everything that speaks against the jar. */
    static List<Objection> objections(ConnectorJar jar) {
        List<Objection> found = new ArrayList<>();
        refuseHeader(jar, "Fragment-Host", ProblemType.CONNECTOR_IS_FRAGMENT, found);
        refuseHeader(jar, "Require-Bundle", ProblemType.CONNECTOR_REQUIRES_BUNDLE, found);
        refuseHeader(jar, "DynamicImport-Package", ProblemType.CONNECTOR_DYNAMIC_IMPORT, found);
        refuseHeader(jar, "Export-Package", ProblemType.CONNECTOR_EXPORTS, found);
        refuseHeader(jar, "Bundle-Activator", ProblemType.CONNECTOR_ACTIVATOR, found);
        refuseHeader(jar, "ExtensionBundle-Activator", ProblemType.CONNECTOR_ACTIVATOR, found);
        refuseHeader(jar, "Bundle-NativeCode", ProblemType.CONNECTOR_NATIVE_CODE, found);
        EXTENDERS.forEach(header -> refuseHeader(jar, header, ProblemType.CONNECTOR_BEYOND_SPI, found));
        jar.entries().stream()
                .filter(JarRules::isNative)
                .findFirst()
                .ifPresent(e -> found.add(Objection.of(ProblemType.CONNECTOR_NATIVE_CODE, "it holds " + e)));
        jar.entries().stream()
                .filter(e -> BEYOND.matcher(e).matches())
                .findFirst()
                .ifPresent(e -> found.add(Objection.of(ProblemType.CONNECTOR_BEYOND_SPI, "it holds " + e)));
        refuseClassPath(jar, found);
        imports(jar).stream()
                .flatMap(c -> c.paths().stream())
                .filter(p -> !ConnectorPackages.allows(p))
                .forEach(p -> found.add(Objection.of(ProblemType.CONNECTOR_BEYOND_SPI, "it imports " + p)));
        refuseNamespaces(jar, "Require-Capability", CAPABILITIES, found);
        refuseExtenders(jar, found);
        refuseNamespaces(jar, "Provide-Capability", Set.of("osgi.service"), found);
        found.addAll(ComponentRules.objections(jar));
        return List.copyOf(found);
    }

    /** What it imports. */
    static List<Clause> imports(ConnectorJar jar) {
        return Clauses.parse(jar.header("Import-Package"));
    }

    private static void refuseHeader(ConnectorJar jar, String header, ProblemType type, List<Objection> found) {
        if (!jar.header(header).isBlank()) {
            found.add(Objection.of(type, "its manifest has " + header));
        }
    }

    private static void refuseNamespaces(
            ConnectorJar jar, String header, Set<String> namespaces, List<Objection> found) {
        Clauses.parse(jar.header(header)).stream()
                .flatMap(c -> c.paths().stream())
                .filter(namespace -> !namespaces.contains(namespace))
                .forEach(namespace ->
                        found.add(Objection.of(ProblemType.CONNECTOR_BEYOND_SPI, header + " names " + namespace)));
    }

    /** Jars inside the jar are not judged, so nothing is taken from them. */
    private static void refuseClassPath(ConnectorJar jar, List<Objection> found) {
        String path = jar.header("Bundle-ClassPath").strip();
        if (!path.isEmpty() && !path.equals(".")) {
            found.add(Objection.of(
                    ProblemType.CONNECTOR_BEYOND_SPI, "its Bundle-ClassPath is " + path + " and may only be ."));
        }
    }

    private static void refuseExtenders(ConnectorJar jar, List<Objection> found) {
        Clauses.parse(jar.header("Require-Capability")).stream()
                .filter(c -> c.paths().contains("osgi.extender"))
                .map(c -> c.directives().getOrDefault("filter", ""))
                .filter(filter -> !COMPONENT_RUNTIME.matcher(filter).matches())
                .forEach(filter -> found.add(Objection.of(
                        ProblemType.CONNECTOR_BEYOND_SPI,
                        "it asks for an extender other than osgi.component: " + filter)));
    }

    private static boolean isNative(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return NATIVE.stream().anyMatch(name::endsWith);
    }
}
