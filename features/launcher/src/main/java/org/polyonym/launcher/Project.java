package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in a checkout. */
record Project(Path root) {
    Path target() {
        return root.resolve("target");
    }

    /** Homes of instances that were not given one. */
    Path run() {
        return target().resolve("run");
    }

    /** The distribution, unpacked. */
    Path assembly() {
        return root.resolve("features/distribution/target/assembly");
    }

    /** What changes with every build of the distribution. */
    String buildId() throws IOException {
        Path archive = only(root.resolve("features/distribution/target"), "distribution-", ".tar.gz");
        return Files.size(archive) + "-" + Files.getLastModifiedTime(archive).toMillis();
    }

    /** The virtual legal clock, which no distribution contains. */
    Path simulationClock() throws IOException {
        return only(root.resolve("simulation/clock/target"), "simulation-clock-", ".jar");
    }

    /** The connector that the soak deploys. */
    Path soakConnector() throws IOException {
        return only(root.resolve("simulation/soak-connector/target"), "soak-connector-", ".jar");
    }

    /** The class path of a module that has copied its dependencies to {@code target/lib}. */
    String classPath(String module) {
        Path target = root.resolve(module).resolve("target");
        return target.resolve("classes") + java.io.File.pathSeparator + target.resolve("lib") + "/*";
    }

    /** The class path of bundles as they are in the distribution. */
    String bundlePath(String... bundles) throws IOException {
        List<String> jars = new java.util.ArrayList<>();
        for (String bundle : bundles) {
            jars.add(only(root.resolve("bundles").resolve(bundle).resolve("target"), bundle + "-", ".jar")
                    .toString());
        }
        return String.join(java.io.File.pathSeparator, jars);
    }

    private static Path only(Path folder, String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> {
                        String name = each.getFileName().toString();
                        return name.startsWith(prefix) && name.endsWith(suffix);
                    })
                    .findFirst()
                    .orElseThrow(() -> new IOException("nothing called " + prefix + "*" + suffix + " in " + folder));
        }
    }
}
