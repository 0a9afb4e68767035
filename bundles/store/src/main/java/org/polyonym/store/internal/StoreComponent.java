package org.polyonym.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Outbox;
import org.polyonym.store.StoreReset;
import org.polyonym.store.Transactions;

/**
 * Opens the store by configuration {@code org.polyonym.store} (keys {@code url}, {@code user}, {@code password},
 * {@code poolSize}, {@code allowReset}) and registers its services. It refuses to start on a database that would lose
 * acknowledged commits.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.polyonym.store")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Transactions'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Documents'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Images'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.Outbox'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.polyonym.store.StoreReset'")
public final class StoreComponent {
    private final SqlStore store;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** Opens. */
    @Activate
    public StoreComponent(BundleContext context, Map<String, ?> config) {
        String data = context.getProperty("karaf.data");
        store = SqlStore.open(StoreSettings.read(config, data == null ? "data" : data));
        registrations.add(context.registerService(Transactions.class, store.transactions(), null));
        registrations.add(context.registerService(Documents.class, store.documents(), null));
        registrations.add(context.registerService(Images.class, store.images(), null));
        registrations.add(context.registerService(Outbox.class, store.outbox(), null));
        store.reset().ifPresent(r -> registrations.add(context.registerService(StoreReset.class, r, null)));
    }

    /** Closes; users of the services go first. */
    @Deactivate
    public void close() {
        registrations.reversed().forEach(ServiceRegistration::unregister);
        store.close();
    }
}
