package org.polyonym.agencies.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Jars made in memory: a good connector, changed in one thing. */
final class Jars {
    static final String COMPONENT = "OSGI-INF/c.xml";
    private static final String GOOD = component("org.polyonym.connector.Connector", "org.polyonym.time.LegalClock");

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static Jars good(String name, String version) {
        Jars jar = new Jars();
        jar.headers.put("Bundle-ManifestVersion", "2");
        jar.headers.put("Bundle-SymbolicName", name);
        jar.headers.put("Bundle-Version", version);
        jar.headers.put("Service-Component", COMPONENT);
        jar.headers.put(
                "Import-Package",
                "java.util,org.polyonym.connector;version=\"[1.0,2)\",org.slf4j;version=\"[2.0,3)\",javax.net.ssl");
        jar.headers.put("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=25))\"");
        return jar.entry(COMPONENT, GOOD.getBytes(StandardCharsets.UTF_8));
    }

    static String component(String offers, String uses) {
        return "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"c\"><service><provide interface=\""
                + offers + "\"/></service><reference interface=\"" + uses
                + "\"/><implementation class=\"eu.example.C\"/></scr:component>";
    }

    /** As {@code @Component(property = "system=...")} is written by bnd. */
    Jars declaring(String system) {
        String text = GOOD.replace(
                "<service>", "<property name=\"system\" type=\"String\" value=\"" + system + "\"/><service>");
        return entry(COMPONENT, text.getBytes(StandardCharsets.UTF_8));
    }

    Jars header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Jars without(String header) {
        headers.remove(header);
        return this;
    }

    Jars entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    byte[] bytes() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    ConnectorJar read() {
        return ConnectorJar.read(bytes());
    }
}
