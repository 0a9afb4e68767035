package org.polyonym.shell.internal;

import static java.util.function.Predicate.not;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.BootFinished;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.health.Finding;
import org.polyonym.health.HealthSource;
import org.polyonym.health.PlatformHealth;

/**
 * Looks at the running framework and lets {@link Diagnosis} judge what it saw. Thread-safe.
 *
 * <p>A look costs some milliseconds of a processor, and whoever asks for readiness needs no token. So findings are
 * remembered for {@link #KEPT}, but not beyond a change: every bundle that changes its state and every service that comes
 * or goes has the next caller look anew. What components say themselves is asked each time.
 */
@Component
public final class FrameworkWatch implements PlatformHealth {
    private static final String SERVICE_NAMESPACE = "osgi.service";
    private static final String OBJECT_CLASS = "objectClass";
    /** How old findings may be. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private final BundleContext context;
    private final ComponentWatch components;
    private final Remembered<List<Finding>> judged;
    // Told before the change goes on; a bundle listener that is not synchronous is told some time later.
    private final SynchronousBundleListener onBundle;
    private final AllServiceListener onService;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile BootFinished bootFinished;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<HealthSource> sources = List.of();

    /** Called by the component runtime. */
    @Activate
    public FrameworkWatch(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this(context, runtime, System::nanoTime);
    }

    FrameworkWatch(BundleContext context, ServiceComponentRuntime runtime, LongSupplier nanoTime) {
        this.context = context;
        this.components = new ComponentWatch(runtime);
        this.judged = new Remembered<>(() -> diagnosis().findings(), KEPT, Remembered.PATIENCE, nanoTime);
        this.onBundle = event -> judged.forget();
        this.onService = event -> judged.forget();
        context.addBundleListener(onBundle);
        context.addServiceListener(onService);
    }

    /** Called by the component runtime. */
    @Deactivate
    public void close() {
        context.removeServiceListener(onService);
        context.removeBundleListener(onBundle);
    }

    @Override
    public List<Finding> findings() {
        // First what components say themselves: it is the cause of much that the framework sees.
        return Stream.concat(sources.stream().flatMap(each -> each.findings().stream()), judged.get().stream())
                .toList();
    }

    @Override
    public List<String> why(String subject) {
        return diagnosis().why(subject);
    }

    private Diagnosis diagnosis() {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        List<Bundle> own = Arrays.stream(context.getBundles())
                .filter(not(FrameworkWatch::isAgencys))
                .toList();
        Set<Long> numbers = own.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
        return new Diagnosis(new Facts(
                bootFinished != null,
                own.stream().map(bundle -> fact(bundle, wiring)).toList(),
                components.look(numbers::contains)));
    }

    /** An agency's connector comes, goes and fails by itself: the platform is ready without it. */
    private static boolean isAgencys(Bundle bundle) {
        return bundle.getLocation().startsWith(ConnectorDesk.AGENCY_LOCATION);
    }

    private static BundleFact fact(Bundle bundle, FrameworkWiring wiring) {
        boolean unresolved = bundle.getState() == Bundle.INSTALLED;
        List<BundleRequirement> unmet = unresolved ? unmet(bundle, wiring) : List.of();
        return new BundleFact(
                bundle.getSymbolicName(),
                stateOf(bundle),
                isUp(bundle),
                unmet.stream()
                        .filter(each -> wiring.findProviders(each).isEmpty())
                        .map(FrameworkWatch::inWords)
                        .toList(),
                unmet.stream()
                        .map(wiring::findProviders)
                        .flatMap(Collection::stream)
                        .map(each -> each.getRevision().getBundle())
                        .filter(provider -> provider.getState() == Bundle.INSTALLED && provider != bundle)
                        .map(Bundle::getSymbolicName)
                        .distinct()
                        .toList(),
                offers(bundle));
    }

    private static List<BundleRequirement> unmet(Bundle bundle, FrameworkWiring wiring) {
        return revision(bundle).stream()
                .flatMap(revision -> revision.getDeclaredRequirements(null).stream())
                .filter(not(FrameworkWatch::isOptional))
                .filter(each -> wiring.findProviders(each).stream()
                        .noneMatch(found -> found.getRevision().getWiring() != null))
                .toList();
    }

    private static boolean isOptional(BundleRequirement requirement) {
        return Namespace.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                || Namespace.EFFECTIVE_ACTIVE.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE));
    }

    private static String inWords(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return PackageNamespace.PACKAGE_NAMESPACE.equals(requirement.getNamespace())
                ? "package " + filter
                : requirement.getNamespace() + " " + filter;
    }

    private static Set<String> offers(Bundle bundle) {
        Set<String> names = new TreeSet<>();
        revision(bundle).stream()
                .flatMap(revision -> revision.getDeclaredCapabilities(SERVICE_NAMESPACE).stream())
                .map(Capability::getAttributes)
                .map(attributes -> attributes.get(OBJECT_CLASS))
                .flatMap(value -> value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value))
                .forEach(name -> names.add(name.toString()));
        return names;
    }

    private static Optional<BundleRevision> revision(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class));
    }

    private static boolean isUp(Bundle bundle) {
        boolean fragment = revision(bundle)
                .filter(revision -> (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0)
                .isPresent();
        boolean lazy = Constants.ACTIVATION_LAZY.equals(bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY));
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> true;
            case Bundle.STARTING -> lazy;
            case Bundle.RESOLVED -> fragment;
            default -> false;
        };
    }

    private static String stateOf(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "not resolved";
            case Bundle.RESOLVED -> "not started";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.ACTIVE -> "active";
            default -> "uninstalled";
        };
    }
}
