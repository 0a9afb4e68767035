package org.polyonym.agencies.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * A jar as it was sent: read within limits, nothing of it run.
 *
 * @param name symbolic name
 * @param version bundle version
 * @param headers main headers of the manifest, by name in lower case
 * @param entries names of its entries
 * @param components the descriptions of components that lie in it, by entry
 * @param sha256 of its bytes, in hex
 * @param bytes the jar
 */
record ConnectorJar(
        String name,
        String version,
        Map<String, String> headers,
        Set<String> entries,
        Map<String, byte[]> components,
        String sha256,
        byte[] bytes) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern VERSION =
            Pattern.compile("\\d{1,9}(\\.\\d{1,9}(\\.\\d{1,9}(\\.[A-Za-z0-9_-]{1,60})?)?)?");

    /** Header of the manifest, empty when it is not there. */
    String header(String header) {
        return headers.getOrDefault(header.toLowerCase(Locale.ROOT), "");
    }

    /** Reads a jar; what is unpacked is counted and thrown away. */
    static ConnectorJar read(byte[] bytes) {
        if (bytes.length > Limits.MAX_JAR_BYTES) {
            throw JarContent.tooLarge("a jar has at most " + Limits.MAX_JAR_BYTES + " bytes");
        }
        try {
            JarContent content = JarContent.of(bytes);
            return of(new Manifest(new ByteArrayInputStream(content.manifest())), content, bytes);
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.causedBy(ProblemType.CONNECTOR_NOT_A_BUNDLE, "the jar cannot be read", e);
        }
    }

    private static ConnectorJar of(Manifest manifest, JarContent content, byte[] bytes) {
        Attributes main = manifest.getMainAttributes();
        Map<String, String> headers = main.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString().toLowerCase(Locale.ROOT),
                        e -> e.getValue().toString()));
        String name = Clauses.parse(main.getValue("Bundle-SymbolicName")).stream()
                .flatMap(c -> c.paths().stream())
                .findFirst()
                .orElse("");
        String version =
                Optional.ofNullable(main.getValue("Bundle-Version")).orElse("").strip();
        if (!"2".equals(headers.get("bundle-manifestversion"))
                || !NAME.matcher(name).matches()) {
            throw JarContent.notABundle("the manifest needs Bundle-ManifestVersion 2 and a Bundle-SymbolicName");
        }
        if (!VERSION.matcher(version).matches()) {
            throw JarContent.notABundle("the manifest needs a Bundle-Version such as 1.0.0");
        }
        return new ConnectorJar(name, version, headers, content.entries(), content.components(), sha256(bytes), bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
