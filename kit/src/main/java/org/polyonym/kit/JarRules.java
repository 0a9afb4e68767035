package org.polyonym.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;

/** What a connector's jar may hold, as the platform looks at it when it deploys one. Pure. */
public final class JarRules {
    /** Largest jar. */
    public static final long MAX_BYTES = 5L * 1024 * 1024;
    /** Most entries. */
    public static final int MAX_ENTRIES = 2_000;
    /** Most bytes unpacked. */
    public static final long MAX_UNPACKED_BYTES = 32L * 1024 * 1024;

    private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib", ".jnilib");

    private JarRules() {}

    /** What is wrong with it, each with what to change. */
    public static List<String> breaches(long bytes, List<? extends ZipEntry> entries) {
        List<String> breaches = new ArrayList<>();
        long unpacked = entries.stream().mapToLong(ZipEntry::getSize).sum();
        if (bytes > MAX_BYTES || entries.size() > MAX_ENTRIES || unpacked > MAX_UNPACKED_BYTES) {
            breaches.add("it has " + bytes + " bytes, " + entries.size() + " entries and unpacks to " + unpacked
                    + " bytes; at most " + MAX_BYTES + ", " + MAX_ENTRIES + " and " + MAX_UNPACKED_BYTES
                    + ": leave out what is not needed, and keep data outside");
        }
        entries.stream()
                .map(ZipEntry::getName)
                .filter(JarRules::isNative)
                .forEach(name -> breaches.add("it holds native code (" + name + "): use a library in pure Java"));
        return breaches;
    }

    private static boolean isNative(String name) {
        return NATIVE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }
}
