package org.polyonym.registry.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.registry.Records;
import org.polyonym.store.Documents;
import org.polyonym.systemkit.StoredRecords;

/** Offers the records of all systems, read from the store, to components that have passed access control. */
@Component(service = Records.class)
public final class RegistryComponent extends StoredRecords {
    /** Over the store. */
    @Activate
    public RegistryComponent(@Reference Documents documents) {
        super(documents);
    }
}
