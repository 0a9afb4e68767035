package org.polyonym.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.Attributes;
import org.polyonym.esp.ConnectorPackages;

/**
 * What a connector's manifest may say. Each rule keeps the arrival and the removal of a connector its own affair: nothing
 * else is refreshed, resolved again or given classes by it. Pure.
 */
public final class ManifestRules {
    private static final Map<String, String> FORBIDDEN = forbidden();

    private ManifestRules() {}

    /** What is wrong with it, each with what to change; empty when nothing is. */
    public static List<String> breaches(Attributes manifest) {
        List<String> breaches = new ArrayList<>();
        if (value(manifest, "Bundle-SymbolicName").isEmpty()) {
            breaches.add("Bundle-SymbolicName is missing: build the jar with bnd-maven-plugin");
        }
        if (value(manifest, "Bundle-Version").isEmpty()) {
            breaches.add("Bundle-Version is missing: build the jar with bnd-maven-plugin");
        }
        FORBIDDEN.forEach((header, remedy) ->
                value(manifest, header).ifPresent(v -> breaches.add(header + " is not allowed: " + remedy)));
        value(manifest, "Bundle-ClassPath")
                .filter(path -> !path.strip().equals("."))
                .ifPresent(path -> breaches.add("Bundle-ClassPath is not allowed: unpack the library into your jar"
                        + " (-includeresource: @library.jar)"));
        value(manifest, "Import-Package").map(Clauses::of).orElse(List.of()).forEach(c -> importBreach(c, breaches));
        value(manifest, "Require-Capability").map(Clauses::of).orElse(List.of()).stream()
                .filter(c -> !capabilityAllowed(c))
                .forEach(
                        c -> breaches.add(
                                "Require-Capability " + c.name() + " is not allowed: a connector needs a Java"
                                        + " version, declarative services, and of the platform's services the legal clock only"));
        return breaches;
    }

    private static void importBreach(Clauses.Clause clause, List<String> breaches) {
        if (!ConnectorPackages.allows(clause.name())) {
            breaches.add("it imports " + clause.name() + ": put the library inside your jar (-includeresource:"
                    + " @library.jar) or do without; a connector may import " + packages());
        } else if (clause.text().contains("resolution:=optional")) {
            breaches.add("it imports " + clause.name() + " optionally, so it would be wired anew when others come and"
                    + " go: make the import mandatory");
        }
    }

    /** In alphabetical order where order means nothing. */
    private static String packages() {
        return String.join(", ", new TreeSet<>(ConnectorPackages.SPI)) + " and of the Java platform "
                + String.join(", ", ConnectorPackages.JAVA);
    }

    private static boolean capabilityAllowed(Clauses.Clause clause) {
        return switch (clause.name()) {
            case "osgi.ee" -> true;
            case "osgi.extender" ->
                clause.text().contains("(osgi.extender=osgi.component)")
                        && !clause.text().contains("|");
            case "osgi.service" -> clause.text().contains("org.polyonym.time.LegalClock");
            default -> false;
        };
    }

    private static Optional<String> value(Attributes manifest, String header) {
        return Optional.ofNullable(manifest.getValue(header)).filter(v -> !v.isBlank());
    }

    private static Map<String, String> forbidden() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Export-Package", "others would be wired to your classes; keep your packages private");
        headers.put("DynamicImport-Package", "name the packages that you need in Import-Package");
        headers.put("Require-Bundle", "import packages instead");
        headers.put("Fragment-Host", "a connector is a bundle of its own");
        headers.put("Bundle-NativeCode", "a crash in native code ends the whole platform");
        headers.put("Bundle-Activator", "register the connector with @Component of declarative services");
        return headers;
    }
}
