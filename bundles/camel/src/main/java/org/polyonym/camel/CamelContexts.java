package org.polyonym.camel;

import static java.util.Objects.requireNonNull;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Makes and starts Camel contexts that find Camel's own parts and those of the calling bundle.
 *
 * <p>While a context runs, its exchange counts are offered as a {@link org.polyonym.health.RouteCounts} service of the
 * calling bundle; outside an OSGi framework that step is left out. All methods are thread-safe. A context belongs to
 * its caller, who closes it.
 */
public final class CamelContexts {
    private CamelContexts() {}

    /**
     * A context that is not started yet.
     *
     * @param name shown in logs, the shell and the API; unique per running platform
     * @param caller the class loader of the bundle whose routes and beans the context will use
     */
    public static CamelContext create(String name, ClassLoader caller) {
        requireNonNull(name, "name");
        ClassLoader loader = new BothLoaders(CamelContexts.class.getClassLoader(), requireNonNull(caller, "caller"));
        return ContextLoader.with(loader, () -> {
            DefaultCamelContext context = new DefaultCamelContext(false);
            context.setApplicationContextClassLoader(loader);
            context.getCamelContextExtension().setName(name);
            context.disableJMX();
            context.setUseBreadcrumb(false);
            CountingRoutes counts = new CountingRoutes(name);
            context.addRoutePolicyFactory(counts);
            context.addLifecycleStrategy(new Publication(counts, caller));
            return context;
        });
    }

    /**
     * Adds the routes and starts the context. A context that fails to start is closed again.
     *
     * @throws Exception what Camel reports when a route cannot be built or started
     */
    public static CamelContext start(CamelContext context, RoutesBuilder... routes) throws Exception {
        return ContextLoader.with(context.getApplicationContextClassLoader(), () -> {
            try {
                for (RoutesBuilder each : routes) {
                    context.addRoutes(each);
                }
                context.start();
                return context;
            } catch (Exception failure) {
                context.close();
                throw failure;
            }
        });
    }
}
