package org.polyonym.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.impl.Activator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentConstants;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;
import org.polyonym.connector.Connector;
import org.polyonym.esp.ConnectorPackages;
import org.polyonym.time.LegalClock;

/**
 * A real OSGi framework with declarative services and nothing else of a platform. The SPI comes from this JVM's class path,
 * so that the kit and the connector share its types. For one thread.
 */
public final class Workbench implements AutoCloseable {
    /** How long the connector's service may take to appear after the bundle was started, and to go after its stop. */
    public static final Duration COMING = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final String FOLDER = "${folder}";
    private static final String ANY_BUNDLE = "?";
    /** What the framework gives from this class path beside the SPI: the kit configures through it. */
    private static final String CONFIGURATION = "org.osgi.service.cm;version=1.6.1";

    private final Path files;
    private final Framework framework;

    private Workbench(Path files, Framework framework) {
        this.files = files;
        this.framework = framework;
    }

    /** Boots the framework; takes well under a second. */
    public static Workbench open(LocalDate legalDate) {
        try {
            Path files = Files.createTempDirectory("connector-kit");
            Framework framework = new FrameworkFactory()
                    .newFramework(Map.of(
                            Constants.FRAMEWORK_STORAGE,
                            files.resolve("framework").toString(),
                            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                            Stream.concat(
                                            ConnectorPackages.SPI.stream().map(Workbench::exported),
                                            Stream.of(CONFIGURATION))
                                    .collect(Collectors.joining(",")),
                            "felix.log.level",
                            "0"));
            framework.start();
            Workbench workbench = new Workbench(files, framework);
            workbench.startServices(legalDate);
            return workbench;
        } catch (IOException e) {
            throw new UncheckedIOException("the kit cannot write its files", e);
        } catch (BundleException e) {
            throw new IllegalStateException("the kit's OSGi framework does not start", e);
        }
    }

    private static String exported(String name) {
        return name + ";version=" + (name.equals("org.slf4j") ? "2.0.0" : "1.0.0");
    }

    private void startServices(LocalDate legalDate) throws BundleException {
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (Class<?> part : List.of(
                Function.class, Promise.class, ComponentConstants.class, ConfigurationAdmin.class, Activator.class)) {
            bundles.add(context.installBundle(jarOf(part).toUri().toString()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        context.registerService(LegalClock.class, new FixedClock(legalDate), null);
    }

    private static Path jarOf(Class<?> part) {
        try {
            return Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(part + " comes from no file", e);
        }
    }

    /** Installs a bundle with its configuration; it is not started. */
    public Bundle install(Path jar, Map<String, Map<String, String>> configuration, Path kitFiles) {
        try {
            Path folder = Files.createTempDirectory(files, "files");
            copy(kitFiles, folder);
            configuration.forEach((pid, properties) -> configure(pid, properties, folder));
            return framework
                    .getBundleContext()
                    .installBundle(jar.toUri() + "?" + folder.getFileName(), Files.newInputStream(jar));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        } catch (BundleException e) {
            throw new AssertionError("the bundle cannot be installed: " + e.getMessage(), e);
        }
    }

    private void configure(String pid, Map<String, String> properties, Path folder) {
        Hashtable<String, Object> values = new Hashtable<>();
        properties.forEach((key, value) -> values.put(key, value.replace(FOLDER, folder.toString())));
        BundleContext context = framework.getBundleContext();
        try {
            context.getService(context.getServiceReference(ConfigurationAdmin.class))
                    .getConfiguration(pid, ANY_BUNDLE)
                    .update(values);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot configure " + pid, e);
        }
    }

    /** Starts it and waits for its one connector service. */
    public ServiceReference<Connector> start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new AssertionError(
                    "the bundle does not start: " + e.getMessage()
                            + ". Import only packages of the SPI and build for a Java version that the platform has",
                    e);
        }
        await(() -> !services(bundle).isEmpty());
        List<ServiceReference<Connector>> found = services(bundle);
        if (found.size() != 1) {
            throw new AssertionError("the bundle registers " + found.size() + " Connector services within "
                    + COMING.toSeconds() + " s, and must register one: annotate one class that implements Connector"
                    + " with @Component; a mandatory reference or configuration that is missing keeps it away");
        }
        return found.getFirst();
    }

    /** The service itself; activates the component. */
    public Connector get(ServiceReference<Connector> reference) {
        Connector connector = framework.getBundleContext().getService(reference);
        if (connector == null) {
            throw new AssertionError("the component cannot be activated: its constructor or @Activate method fails;"
                    + " load data in it without throwing and say so in health()");
        }
        return connector;
    }

    /** The connector services that a bundle has registered. */
    public List<ServiceReference<Connector>> services(Bundle bundle) {
        try {
            return framework.getBundleContext().getServiceReferences(Connector.class, null).stream()
                    .filter(r -> bundle.equals(r.getBundle()))
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it. */
    public void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new AssertionError("the bundle does not stop: " + e.getMessage() + "; see its @Deactivate method", e);
        }
    }

    /** Uninstalls it and lets go of its class loader. */
    public void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            CountDownLatch refreshed = new CountDownLatch(1);
            framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
                if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                    refreshed.countDown();
                }
            });
            refreshed.await(COMING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (BundleException e) {
            throw new AssertionError("the bundle cannot be uninstalled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is so, at most {@link #COMING}; false if it never was. */
    public static boolean await(java.util.function.BooleanSupplier so) {
        Instant end = Instant.now().plus(COMING);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(COMING.toMillis());
        } catch (BundleException e) {
            throw new IllegalStateException("the kit's OSGi framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(files)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("the kit cannot remove its files", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private record FixedClock(LocalDate date) implements LegalClock {
        @Override
        public Instant now() {
            return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        }

        @Override
        public boolean virtual() {
            return true;
        }
    }
}
