package org.polyonym.agencies.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * What lies in a jar by its central directory, as the framework opens it: by its local headers a jar can show other content
 * than the one that is installed.
 *
 * @param manifest text of the manifest
 * @param entries names of its entries
 * @param components the descriptions of components, by entry
 */
record JarContent(byte[] manifest, Set<String> entries, Map<String, byte[]> components) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String COMPONENTS = "OSGI-INF/";
    private static final int CHUNK = 16 * 1024;

    /** Reads within the limits; runs nothing. */
    static JarContent of(byte[] jar) throws IOException {
        Path file = Files.createTempFile("connector", ".jar");
        try {
            Files.write(file, jar);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return of(zip);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static JarContent of(ZipFile zip) throws IOException {
        if (zip.size() > Limits.MAX_ENTRIES) {
            throw tooLarge("a jar has at most " + Limits.MAX_ENTRIES + " entries");
        }
        Set<String> entries = new TreeSet<>();
        Map<String, byte[]> texts = new TreeMap<>();
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            checkName(name);
            if (!entries.add(name)) {
                throw notABundle("an entry is there twice");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                unpacked = isText(name) ? unpacked + keep(name, in, texts) : drain(in, unpacked);
            }
            checkUnpacked(unpacked);
        }
        byte[] manifest =
                Optional.ofNullable(texts.remove(MANIFEST)).orElseThrow(() -> notABundle("there is no " + MANIFEST));
        return new JarContent(manifest, Set.copyOf(entries), Map.copyOf(texts));
    }

    private static boolean isText(String name) {
        return name.equals(MANIFEST) || name.startsWith(COMPONENTS) && name.endsWith(".xml");
    }

    /** Whole or not at all: what is cut off would be used without having been judged. */
    private static int keep(String name, InputStream in, Map<String, byte[]> texts) throws IOException {
        int most = name.equals(MANIFEST) ? Limits.MAX_MANIFEST_BYTES : Limits.MAX_COMPONENT_BYTES;
        byte[] text = in.readNBytes(most + 1);
        if (text.length > most) {
            throw tooLarge(name + " has at most " + most + " bytes");
        }
        texts.put(name, text);
        return text.length;
    }

    /** What an entry says of its own size is not believed. */
    private static long drain(InputStream in, long before) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = before;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            total += n;
            checkUnpacked(total);
        }
        return total;
    }

    private static void checkUnpacked(long bytes) {
        if (bytes > Limits.MAX_UNPACKED_BYTES) {
            throw tooLarge("a jar unpacks to at most " + Limits.MAX_UNPACKED_BYTES + " bytes");
        }
    }

    private static void checkName(String entry) {
        if (entry.startsWith("/")
                || entry.contains("\\")
                || List.of(entry.split("/")).contains("..")) {
            throw notABundle("an entry leads out of the jar");
        }
    }

    static ProblemException notABundle(String why) {
        return ProblemException.of(ProblemType.CONNECTOR_NOT_A_BUNDLE, why);
    }

    static ProblemException tooLarge(String why) {
        return ProblemException.of(ProblemType.CONNECTOR_TOO_LARGE, why);
    }
}
