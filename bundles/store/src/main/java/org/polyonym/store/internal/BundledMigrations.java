package org.polyonym.store.internal;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The schema scripts of this bundle, by name. Flyway's own search takes the framework's random identifier for a bundle
 * number whenever it begins with a digit, and then finds none of them.
 */
final class BundledMigrations implements ResourceProvider {
    /** In the folder {@code org/polyonym/store/migration}; a test keeps this list complete. */
    static final List<String> SCRIPTS = List.of("V1__documents_images_tasks.sql", "V3__tasks_in_fair_turns.sql");

    private static final String FOLDER = "/org/polyonym/store/migration/";

    @Override
    public LoadableResource getResource(String name) {
        return SCRIPTS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(Script::new)
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return SCRIPTS.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(Script::new)
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream script = Objects.requireNonNull(
                    BundledMigrations.class.getResourceAsStream(FOLDER + name),
                    () -> "schema script " + name + " is missing");
            return new InputStreamReader(script, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
