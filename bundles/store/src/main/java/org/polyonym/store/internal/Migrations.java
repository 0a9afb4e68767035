package org.polyonym.store.internal;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to the version of this bundle. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource dataSource, Map<String, String> placeholders) {
        ClassLoader own = Migrations.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Flyway finds its database plug-ins by the context class loader, which in OSGi is anybody's.
        thread.setContextClassLoader(own);
        try {
            Flyway.configure(own)
                    .dataSource(dataSource)
                    .resourceProvider(new BundledMigrations())
                    .javaMigrationClassProvider(List::of)
                    .javaMigrations(new V2__Documents_named_together_lie_together())
                    .placeholders(placeholders)
                    .table("schema_version")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
