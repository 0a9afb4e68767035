package org.polyonym.agencies.internal;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running framework. Thread-safe. */
final class OsgiFramework implements Framework {
    private static final Logger LOG = LoggerFactory.getLogger(OsgiFramework.class);

    private final BundleContext context;
    private final FrameworkWiring wiring;

    OsgiFramework(BundleContext context) {
        this.context = context;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    @Override
    public List<Known> bundles() {
        return Arrays.stream(context.getBundles())
                .map(b -> new Known(
                        b.getBundleId(),
                        String.valueOf(b.getSymbolicName()),
                        b.getVersion().toString(),
                        b.getLocation()))
                .toList();
    }

    @Override
    public long install(String location, byte[] jar) {
        try {
            return context.installBundle(location, new ByteArrayInputStream(jar))
                    .getBundleId();
        } catch (BundleException e) {
            throw ProblemException.causedBy(
                    ProblemType.CONNECTOR_UNRESOLVED, "the framework does not take it: " + e.getMessage(), e);
        }
    }

    /** On a thread of its own: components that are immediate run code of the agency while their bundle starts. */
    @Override
    public void start(long bundleId) throws InterruptedException {
        Bundle bundle = bundle(bundleId);
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("start-connector").start(() -> {
            try {
                bundle.start(Bundle.START_TRANSIENT);
                started.complete(null);
            } catch (BundleException | RuntimeException | Error e) { // code of anybody
                started.completeExceptionally(e);
            }
        });
        try {
            started.get(Limits.START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw ProblemException.of(
                    ProblemType.CONNECTOR_PROBE_FAILED, "it does not start within " + Limits.START.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw ProblemException.causedBy(
                    ProblemType.CONNECTOR_UNRESOLVED,
                    "it cannot be started: " + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    @Override
    public void remove(long bundleId) throws InterruptedException {
        Bundle bundle = context.getBundle(bundleId);
        if (bundle == null) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("remove-connector").start(() -> {
            try {
                bundle.uninstall();
                wiring.refreshBundles(Set.of(bundle), event -> refreshed.countDown());
            } catch (BundleException | RuntimeException e) {
                LOG.error("bundle {} cannot be removed", bundle.getSymbolicName(), e);
            }
        });
        if (!refreshed.await(Limits.REFRESH.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.error("bundle {} is not gone after {}", bundle.getSymbolicName(), Limits.REFRESH);
        }
    }

    @Override
    public Set<String> disturbs(long bundleId) {
        return wiring.getDependencyClosure(Set.of(bundle(bundleId))).stream()
                .filter(b -> b.getBundleId() != bundleId)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toSet());
    }

    private Bundle bundle(long bundleId) {
        return Optional.ofNullable(context.getBundle(bundleId))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "the bundle has gone"));
    }

    @Override
    public Optional<String> provider(String packageName, String range) {
        Collection<BundleCapability> found = wiring.findProviders(new PackageRequirement(packageName, range));
        return found.stream()
                .map(BundleCapability::getRevision)
                .map(BundleRevision::getBundle)
                .map(b -> b.getSymbolicName() + " " + b.getVersion())
                .findFirst();
    }

    private record PackageRequirement(String packageName, String range) implements Requirement {
        @Override
        public String getNamespace() {
            return PackageNamespace.PACKAGE_NAMESPACE;
        }

        @Override
        public Map<String, String> getDirectives() {
            String name = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + packageName + ")";
            String filter = range.isEmpty()
                    ? name
                    : "(&" + name
                            + new VersionRange(range).toFilterString(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)
                            + ")";
            return Map.of(Namespace.REQUIREMENT_FILTER_DIRECTIVE, filter);
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        /** Of no bundle: the jar is not installed yet. */
        @Override
        public Resource getResource() {
            return null;
        }
    }
}
