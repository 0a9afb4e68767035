package org.polyonym.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.grid.Grid;
import org.polyonym.health.Finding;
import org.polyonym.health.HealthSource;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Outbox;
import org.polyonym.store.StoreReset;
import org.polyonym.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store by configuration {@code org.polyonym.store} (keys {@code url}, {@code user}, {@code password},
 * {@code poolSize}, {@code allowReset}) and registers its services. It refuses to start on a database that would lose
 * acknowledged commits, and on an embedded one where there are to be several nodes. A server that is not there is tried again
 * until it is; readiness names it meanwhile.
 */
@Component(service = HealthSource.class, immediate = true, configurationPid = "org.polyonym.store")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Transactions'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Documents'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Images'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Outbox'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.StoreReset'")
public final class StoreComponent implements HealthSource {
    /** Pause before a database server is tried again. */
    static final Duration RETRY_PAUSE = Duration.ofSeconds(2);

    private static final String SUBJECT = "store";
    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);

    private final BundleContext context;
    private final StoreConfig config;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Optional<Thread> watch;

    private volatile Optional<SqlStore> store = Optional.empty();
    private volatile Optional<Finding> trouble = Optional.empty();

    /** Opens an embedded database at once; a server on a thread of its own, so that its absence keeps nothing else waiting. */
    @Activate
    public StoreComponent(BundleContext context, Map<String, ?> configuration, @Reference Grid grid) {
        this.context = context;
        String data = context.getProperty("karaf.data");
        config = StoreSettings.read(configuration, data == null ? "data" : data);
        if (Database.of(config) == Database.POSTGRESQL) {
            watch = Optional.of(Thread.ofPlatform().daemon().name("store-watch").start(this::watch));
            return;
        }
        watch = Optional.empty();
        if (grid.size() > 1) {
            trouble = Optional.of(new Finding(
                    SUBJECT,
                    "the store is not started: an embedded database serves one node, and there are to be "
                            + grid.size(),
                    "give all nodes the address of one PostgreSQL server in etc/org.polyonym.store.cfg"));
            LOG.error(trouble.get().reason());
            return;
        }
        publish(SqlStore.open(config));
    }

    /** Closes; users of the services go first. */
    @Deactivate
    public void close() {
        closed.countDown();
        watch.ifPresent(StoreComponent::end);
        synchronized (registrations) {
            registrations.reversed().forEach(ServiceRegistration::unregister);
            registrations.clear();
        }
        store.ifPresent(SqlStore::close);
    }

    @Override
    public List<Finding> findings() {
        return trouble.stream().toList();
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closed.await(RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the store if it is not open, asks the server for a sign of life if it is. */
    private void look() {
        try {
            if (store.isEmpty()) {
                publish(SqlStore.open(config));
            } else {
                store.get().ping();
            }
            trouble.ifPresent(over -> LOG.info("the database server answers again"));
            trouble = Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            String reason = reason(e);
            if (trouble.isEmpty()) {
                LOG.warn("the database server cannot be used: {}", reason);
            }
            trouble = Optional.of(new Finding(
                    SUBJECT,
                    "the database server cannot be used: " + reason,
                    "start it or mend what is named; it is tried again every " + RETRY_PAUSE.toSeconds() + " s"));
        }
    }

    /** Only what holds no data: our own words, the kind of a problem, or the SQL state. */
    private static String reason(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof IllegalStateException && each.getMessage() != null) {
                return each.getMessage();
            }
            if (each instanceof SQLException sql) {
                return "SQLSTATE " + sql.getSQLState();
            }
            if (each instanceof StoreFault) {
                return each.getMessage();
            }
        }
        return e.getClass().getName();
    }

    private void publish(SqlStore opened) {
        synchronized (registrations) {
            if (closed.getCount() == 0) {
                opened.close();
                return;
            }
            store = Optional.of(opened);
            registrations.add(context.registerService(Transactions.class, opened.transactions(), null));
            registrations.add(context.registerService(Documents.class, opened.documents(), null));
            registrations.add(context.registerService(Images.class, opened.images(), null));
            registrations.add(context.registerService(Outbox.class, opened.outbox(), null));
            opened.reset().ifPresent(r -> registrations.add(context.registerService(StoreReset.class, r, null)));
        }
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
