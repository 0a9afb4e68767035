package org.polyonym.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.polyonym.connector.Connector;
import org.polyonym.model.OriginRef;

/**
 * The platform's contracts as a Maven repository in a folder. Their version ends with a digest of their content: a project
 * builds against exactly what it was made with, and Maven's own cache never mixes two of them up.
 */
final class Contracts {
    private static final String GROUP = "org.polyonym.bundles";
    private static final String BASE = "0.1.0-";
    private static final int DIGITS = 10;

    private final Map<String, byte[]> jars;
    private final String version;

    private Contracts(Map<String, byte[]> jars) {
        this.jars = jars;
        this.version =
                BASE + digest("SHA-256", jars.values().toArray(byte[][]::new)).substring(0, DIGITS);
    }

    /** Those that this JVM runs with. */
    static Contracts ofThisPlatform() throws IOException {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        jars.put("api", Files.readAllBytes(jarOf(OriginRef.class)));
        jars.put("connector-api", Files.readAllBytes(jarOf(Connector.class)));
        return new Contracts(jars);
    }

    private static Path jarOf(Class<?> part) throws IOException {
        try {
            Path jar = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!Files.isRegularFile(jar)) {
                throw new IOException(jar + " is not a jar: build the platform first");
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new IOException(part + " comes from no file", e);
        }
    }

    String version() {
        return version;
    }

    void writeTo(Path repository) throws IOException {
        for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
            String artifact = jar.getKey();
            Path folder = repository
                    .resolve(GROUP.replace('.', '/'))
                    .resolve(artifact)
                    .resolve(version);
            Files.createDirectories(folder);
            write(folder.resolve(artifact + "-" + version + ".jar"), jar.getValue());
            write(
                    folder.resolve(artifact + "-" + version + ".pom"),
                    pom(artifact).getBytes());
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), digest("SHA-1", content));
    }

    private String pom(String artifact) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(GROUP, artifact, version);
    }

    private static String digest(String algorithm, byte[]... contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] content : contents) {
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
