package org.polyonym.agencies.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String COMPONENTS = "OSGI-INF/";
    private static final int CHUNK = 16 * 1024;
    /** Largest manifest and largest description of a component. */
    private static final int MAX_TEXT = 64 * 1024;

    /** Header of the manifest, empty when it is not there. */
    String header(String header) {
        return headers.getOrDefault(header.toLowerCase(Locale.ROOT), "");
    }

    /** Reads a jar; what is unpacked is counted and thrown away. */
    static ConnectorJar read(byte[] bytes) {
        if (bytes.length > Limits.MAX_JAR_BYTES) {
            throw tooLarge("a jar has at most " + Limits.MAX_JAR_BYTES + " bytes");
        }
        Set<String> entries = new TreeSet<>();
        Map<String, byte[]> texts = new TreeMap<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                checkName(name);
                if (!entries.add(name)) {
                    throw notABundle("an entry is there twice");
                }
                if (entries.size() > Limits.MAX_ENTRIES) {
                    throw tooLarge("a jar has at most " + Limits.MAX_ENTRIES + " entries");
                }
                if (name.equals(MANIFEST) || name.startsWith(COMPONENTS) && name.endsWith(".xml")) {
                    byte[] text = zip.readNBytes(MAX_TEXT);
                    unpacked += text.length;
                    texts.put(name, text);
                }
                unpacked = drain(zip, unpacked);
            }
            byte[] manifest = Optional.ofNullable(texts.remove(MANIFEST))
                    .orElseThrow(() -> notABundle("there is no " + MANIFEST));
            return of(new Manifest(new ByteArrayInputStream(manifest)), entries, texts, bytes);
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.causedBy(ProblemType.CONNECTOR_NOT_A_BUNDLE, "the jar cannot be read", e);
        }
    }

    private static ConnectorJar of(
            Manifest manifest, Set<String> entries, Map<String, byte[]> components, byte[] bytes) {
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
            throw notABundle("the manifest needs Bundle-ManifestVersion 2 and a Bundle-SymbolicName");
        }
        if (!VERSION.matcher(version).matches()) {
            throw notABundle("the manifest needs a Bundle-Version such as 1.0.0");
        }
        return new ConnectorJar(
                name, version, headers, Set.copyOf(entries), Map.copyOf(components), sha256(bytes), bytes);
    }

    private static long drain(InputStream in, long before) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = before;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            total += n;
            if (total > Limits.MAX_UNPACKED_BYTES) {
                throw tooLarge("a jar unpacks to at most " + Limits.MAX_UNPACKED_BYTES + " bytes");
            }
        }
        return total;
    }

    private static void checkName(String entry) {
        if (entry.startsWith("/")
                || entry.contains("\\")
                || List.of(entry.split("/")).contains("..")) {
            throw notABundle("an entry leads out of the jar");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ProblemException notABundle(String why) {
        return ProblemException.of(ProblemType.CONNECTOR_NOT_A_BUNDLE, why);
    }

    private static ProblemException tooLarge(String why) {
        return ProblemException.of(ProblemType.CONNECTOR_TOO_LARGE, why);
    }
}
