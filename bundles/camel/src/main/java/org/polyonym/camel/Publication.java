package org.polyonym.camel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.polyonym.health.RouteCounts;

/** Offers the counts of a context as a service of the calling bundle for as long as the context runs. */
final class Publication extends LifecycleStrategySupport {
    private final RouteCounts counts;
    private final Optional<BundleContext> bundle;
    private final AtomicReference<Optional<ServiceRegistration<RouteCounts>>> registration =
            new AtomicReference<>(Optional.empty());

    Publication(RouteCounts counts, ClassLoader caller) {
        this.counts = counts;
        this.bundle = FrameworkUtil.getBundle(caller).map(Bundle::getBundleContext);
    }

    @Override
    public void onContextStarted(CamelContext context) {
        registration.set(bundle.map(owner -> owner.registerService(RouteCounts.class, counts, null)));
    }

    @Override
    public void onContextStopping(CamelContext context) {
        registration.getAndSet(Optional.empty()).ifPresent(Publication::unregister);
    }

    private static void unregister(ServiceRegistration<RouteCounts> service) {
        try {
            service.unregister();
        } catch (IllegalStateException alreadyGone) {
            // A stopped bundle has lost its services before its context closes.
            return;
        }
    }
}
