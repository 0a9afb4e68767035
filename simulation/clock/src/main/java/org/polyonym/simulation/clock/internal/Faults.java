package org.polyonym.simulation.clock.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.FrameworkWiring;
import org.polyonym.connector.Connector;
import org.polyonym.model.SystemId;

/** Faults that a scenario may inject into the running platform, and take away again. */
final class Faults {
    /** Ranked above the real connector, so that the portal asks this one. */
    private static final int RANKING = 1_000;

    private static final String BROKEN = "org.polyonym.simulation.broken";

    private record Injected(FaultyConnector connector, ServiceRegistration<Connector> registration) {}

    private final BundleContext context;
    private final Map<SystemId, Injected> connectors = new ConcurrentHashMap<>();
    private volatile Bundle broken;

    Faults(BundleContext context) {
        this.context = context;
    }

    void injectConnector(String system, String behaviour) {
        SystemId id = SystemId.of(system);
        FaultyConnector connector =
                new FaultyConnector(id, FaultyConnector.Behaviour.valueOf(behaviour.toUpperCase(Locale.ROOT)));
        Hashtable<String, Object> properties = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING));
        connectors.put(id, new Injected(connector, context.registerService(Connector.class, connector, properties)));
    }

    void installBrokenBundle() throws BundleException, IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", BROKEN);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "nobody.has.this");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        broken = context.installBundle("simulation:broken", new ByteArrayInputStream(jar.toByteArray()));
        context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(java.util.List.of(broken));
    }

    void clear() throws BundleException {
        connectors.values().forEach(injected -> {
            // First, for the platform waits for who is inside.
            injected.connector().close();
            injected.registration().unregister();
        });
        connectors.clear();
        Bundle installed = broken;
        if (installed != null) {
            installed.uninstall();
            broken = null;
        }
    }
}
