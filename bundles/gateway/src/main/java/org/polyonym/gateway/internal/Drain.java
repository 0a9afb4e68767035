package org.polyonym.gateway.internal;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.polyonym.health.Finding;
import org.polyonym.health.HealthSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a node go without failing anybody. When the framework is told to stop, by a signal or by an operator, and before any
 * bundle of it does: readiness says so, new requests are sent elsewhere, those under way end, and then the HTTP server
 * goes first, so that nobody meets a node of which a part is left.
 */
@Component(
        service = {Drain.class, HealthSource.class},
        immediate = true)
public final class Drain implements HealthSource, SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final InFlight requests = new InFlight();
    private final BundleContext context;

    /** Called by the component runtime. */
    @Activate
    public Drain(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    /** Called by the component runtime. */
    @Deactivate
    public void close() {
        context.removeBundleListener(this);
    }

    InFlight requests() {
        return requests;
    }

    /** Called on the framework's stopping thread, which goes on when this returns. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            drain();
        }
    }

    private void drain() {
        requests.close();
        LOG.info("stopping: new requests are refused, those under way end");
        try {
            // Callers with a connection open learn by an answer, not by a connection that breaks.
            Thread.sleep(Limits.DRAIN_NOTICE);
            int left = requests.awaitEmpty(Limits.DRAIN_LIMIT);
            if (left > 0) {
                LOG.warn("{} requests did not end within {} s", left, Limits.DRAIN_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopServer();
    }

    private void stopServer() {
        ServiceReference<HttpServiceRuntime> server = context.getServiceReference(HttpServiceRuntime.class);
        if (server == null) {
            return;
        }
        try {
            server.getBundle().stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.warn("the HTTP server does not stop by itself", e);
        }
    }

    @Override
    public List<Finding> findings() {
        return requests.isClosed()
                ? List.of(new Finding("gateway", "this node is stopping", "Use another node until it is back."))
                : List.of();
    }
}
